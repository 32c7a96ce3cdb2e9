import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startService } from "../../scripts/load/service.ts";
import { temporaryFolder } from "../support/folder.ts";
import { until } from "../support/receiver.ts";
import { knowledgeFolder } from "../support/small-knowledge.ts";
import { openTelegramEmulator } from "../support/telegram-emulator.ts";
import { openZaloBotEmulator } from "../support/zalo-bot-emulator.ts";
import { rawFiles } from "./service.ts";

const TELEGRAM = "123456789:AAtokencanary_9d4e7b1c5f2a8e6d3b0c";
const ZALO = "987654:zalocanary_5b1e7d3f9a";
const HOOK = "hookcanary_3f9c2a7e5d1b";
const ZALO_HOOK = "zalohookcanary_8c4d2e";
const OA_SECRET = "oasecretcanary_1a2b3c";
const OA_HOOK = "oahookcanary_4d5e6f";
const KEY = "sk-modelcanary_7a8b9c";
const CCCD = "001085012345";
const OTP = "482913";
const SECRETS = [TELEGRAM, TELEGRAM.split(":")[1] ?? "", ZALO, HOOK, ZALO_HOOK, OA_SECRET, OA_HOOK, KEY];
const WORDS = "zkhoaquynhrieng";

const FAULTS = [
  "f429",
  "f5xx_before",
  "f5xx_after",
  "reset_before",
  "reset_after",
  "half_body",
  "html_502",
  "wrong_json",
  "redirect_302",
] as const;

const found = (canaries: readonly string[], text: string) =>
  canaries.filter((canary) => text.includes(canary));

describe("secrets and personal data", () => {
  it("stand in no output, page, metric or stored row, whatever fails", async () => {
    const data = join(temporaryFolder(), "data");
    const telegram = await openTelegramEmulator({ token: TELEGRAM, secondMs: 1 });
    const zalo = await openZaloBotEmulator({ token: ZALO, secondMs: 1 });
    onTestFinished(async () => {
      await telegram.close();
      await zalo.close();
    });
    const dead = "http://127.0.0.1:9";
    const service = await startService(
      {
        DATA_DIR: data,
        KNOWLEDGE_DIR: knowledgeFolder(),
        PUBLIC_URL: dead,
        TELEGRAM_BOT_TOKEN: TELEGRAM,
        TELEGRAM_MODE: "webhook",
        TELEGRAM_WEBHOOK_SECRET: HOOK,
        TELEGRAM_API_ROOT: telegram.url,
        ZALO_BOT_TOKEN: ZALO,
        ZALO_BOT_MODE: "webhook",
        ZALO_BOT_WEBHOOK_SECRET: ZALO_HOOK,
        ZALO_BOT_API_ROOT: zalo.url,
        ZALO_OA_APP_ID: "42",
        ZALO_OA_APP_SECRET: OA_SECRET,
        ZALO_OA_WEBHOOK_KEY: OA_HOOK,
        ZALO_OA_REFRESH_TOKEN: "oarefreshcanary_9f8e7d",
        ZALO_OA_API_ROOT: dead,
        ZALO_OA_OAUTH_ROOT: dead,
        CHAT_MODEL: "openai:none",
        CHAT_MODEL_BASE_URL: "http://127.0.0.1:9/v1",
        CHAT_MODEL_API_KEY: KEY,
      },
      temporaryFolder(),
    );
    onTestFinished(() => void service.end("SIGKILL"));
    const pages: string[] = [];
    const see = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`${service.url}${path}`, init);
      pages.push(`${JSON.stringify([...answer.headers])}${await answer.text()}`);
      return answer.status;
    };
    const hook = (id: number, text: string, secret = HOOK) => {
      const from = { id: 5000 + id, type: "private", is_bot: false, first_name: "An" };
      const date = Math.floor(Date.now() / 1000);
      const body = { update_id: id, message: { message_id: id, date, chat: from, from, text } };
      return see("/webhook/telegram", {
        method: "POST",
        headers: { "x-telegram-bot-api-secret-token": secret },
        body: JSON.stringify(body),
      });
    };
    const chat = (text: string) =>
      see("/api/chat", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
      });

    for (const [n, fault] of FAULTS.entries()) {
      telegram.faults.queue(fault);
      expect(await hook(n + 1, `số căn cước của tôi là ${CCCD}, mã OTP là ${OTP}, tra giúp`)).toBe(200);
    }
    expect(await hook(100, `${WORDS} là gì`)).toBe(200);
    expect(await hook(101, `mật khẩu ${CCCD}`, `${HOOK}x`)).toBe(401);
    await see("/webhook/telegram", {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": HOOK },
      body: `{"cụt ${CCCD}`,
    });
    await see("/webhook/zalo-bot", {
      method: "POST",
      headers: { "x-bot-api-secret-token": ZALO_HOOK },
      body: `{"cụt ${CCCD}`,
    });
    await see("/webhook/zalo-oa", { method: "POST", body: JSON.stringify({ text: CCCD }) });
    await chat(`căn cước ${CCCD} của tôi, mã OTP ${OTP}`);
    await see("/api/chat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"text": ${CCCD}`,
    });
    await until("replies have gone out", () => telegram.delivered.some((one) => one.chat === "5100"));

    const echoed = pages.splice(0);
    for (const path of [
      "/",
      "/healthz",
      "/readyz",
      "/metrics",
      "/quan-tri",
      "/quan-tri/vao?ma=sai",
      "/khong-co",
      "/tep/khong-co",
      "/nhung",
      "/lich/khong-co.ics",
    ]) {
      await see(path);
    }
    expect(await service.end("SIGTERM")).toBe(0);

    const all = [service.output(), ...pages, ...echoed].join("\n");
    expect(all).toMatch(/"kind":"delivery"/u);
    expect(all).toMatch(/tro_ly_so_/u);
    expect(found([...SECRETS, "oarefreshcanary_9f8e7d", CCCD, OTP, dead], all)).toEqual([]);
    expect(found([WORDS], service.output() + pages.join(""))).toEqual([]);
    expect(found([CCCD, OTP, ...SECRETS], rawFiles(data).toString("latin1"))).toEqual([]);
    const others = readdirSync(data, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    for (const file of others) {
      const text = readFileSync(join(file.parentPath, file.name), "latin1");
      expect(found([CCCD, OTP, ...SECRETS], text)).toEqual([]);
    }
  });

  it("are not repeated when a setting is wrong", async () => {
    const wrong = {
      TELEGRAM_BOT_TOKEN: "tokencanary sai",
      TELEGRAM_WEBHOOK_SECRET: "canary sai",
      ZALO_BOT_TOKEN: "zalocanary",
      CHAT_MODEL: "canary",
      CHAT_MODEL_BASE_URL: "http://ten:matkhaucanary@vi-du.vn/v1",
      PORT: "99999999",
    };
    const ended = await startService(wrong, temporaryFolder()).then(
      () => "started",
      (error: unknown) => String(error),
    );

    expect(ended).toMatch(/ended with 1/u);
    expect(ended).toMatch(/TELEGRAM_BOT_TOKEN/u);
    expect(ended).not.toMatch(/canary/u);
  });
});
