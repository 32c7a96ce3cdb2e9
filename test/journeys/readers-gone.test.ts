import { describe, expect, it } from "vitest";
import { runScript } from "../support/command.ts";
import { temporaryFolder } from "../support/folder.ts";
import { runService } from "../support/running-service.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";

const nowhere = "http://127.0.0.1:1";

describe("when whoever read the output is gone", () => {
  it("the service goes on serving and logging into nothing, and stops when told to", async () => {
    const service = runService({
      KNOWLEDGE_DIR: knowledgeFolder(),
      PUBLIC_URL: nowhere,
      ZALO_BOT_TOKEN: "123:secret-of-the-bot",
      ZALO_BOT_API_ROOT: nowhere,
      ZALO_BOT_MODE: "webhook",
      ZALO_BOT_WEBHOOK_SECRET: "a-secret-of-the-office",
    });
    const url = await service.url();
    service.child.stdout?.destroy();
    service.child.stderr?.destroy();

    for (let nth = 0; nth < 5; nth++) {
      // Each is logged as refused.
      expect((await fetch(`${url}/webhook/zalo-bot`, { method: "POST", body: "{}" })).status).toBe(401);
    }
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    service.child.kill("SIGTERM");
    expect(await service.ended).toBe(0);
  });

  it("a command ends without a word", async () => {
    const places = ["--knowledge", knowledgeFolder(), "--data", temporaryFolder()];
    await runScript("ingest.ts", places);
    const ended = await runScript("tasks.ts", ["--json", ...places], [], (child) => child.stdout?.destroy());

    expect(ended.code).toBe(0);
    expect(ended.stderr).not.toMatch(/EPIPE|node:/u);
  });
});
