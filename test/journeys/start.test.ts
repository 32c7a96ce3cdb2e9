import { describe, expect, it, onTestFinished } from "vitest";
import { until } from "../support/receiver.ts";
import { runService } from "../support/running-service.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";
import { openZaloBotEmulator } from "../support/zalo-bot-emulator.ts";

const REFUSED = "AAnotthetoken_4c1d8e7f2b6a9d3e5f";

describe("a service whose tokens are refused", () => {
  it("says once which setting and what to do, shows it as a state, and keeps its page", async () => {
    const [telegram, zalo] = [await openTelegramEmulator(), await openZaloBotEmulator()];
    onTestFinished(async () => {
      await Promise.all([telegram.close(), zalo.close()]);
    });
    const service = runService({
      KNOWLEDGE_DIR: knowledgeFolder(),
      TELEGRAM_BOT_TOKEN: `111:${REFUSED}`,
      TELEGRAM_API_ROOT: telegram.url,
      ZALO_BOT_TOKEN: `222:${REFUSED}`,
      ZALO_BOT_API_ROOT: zalo.url,
    });
    const url = await service.url();
    await until("both are refused", () => service.stderr().split('"token_refused"').length === 3);

    const lines = service.stdout().split("\n");
    expect(lines.filter((line) => line.includes("TELEGRAM_BOT_TOKEN"))).toEqual([
      "TELEGRAM_BOT_TOKEN was refused by Telegram (401). Copy it again from @BotFather into .env and restart; the web page keeps serving.",
    ]);
    expect(lines.filter((line) => line.includes("ZALO_BOT_TOKEN"))).toEqual([
      "ZALO_BOT_TOKEN was refused by Zalo (401). Copy it again from the message of Zalo Bot Creator into .env and restart; the web page keeps serving.",
    ]);
    expect(service.stdout() + service.stderr()).not.toContain(REFUSED);

    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      channels: [
        { name: "web", up: true },
        { name: "telegram", up: false, problem: "token refused" },
        { name: "zalo_bot", up: false, problem: "token refused" },
      ],
    });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toContain('tro_ly_so_channel_up{channel="telegram"} 0');
    expect((await fetch(url)).status).toBe(200);
    expect(telegram.calls).toEqual([]);
  });
});
