import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, openApp } from "../../src/app/app.ts";
import { loadConfig } from "../../src/app/config.ts";
import type { LogEvent } from "../../src/domain/event.ts";

const CANARY = "079123456789";

describe("asking on the web page of the real service over the real plans", () => {
  let data: string;
  let app: App;
  const events: LogEvent[] = [];
  let cookie = "";
  /** A person takes some seconds between messages; the test does not. */
  let ahead = 0;

  const start = () =>
    openApp(loadConfig({ PORT: "0", DATA_DIR: data, KNOWLEDGE_DIR: resolve("knowledge") }), {
      clock: { now: () => Date.now() + ahead, mono: () => performance.now() },
      log: (event) => void events.push(event),
      onProgress: () => undefined,
      say: () => undefined,
    });

  async function say(text: string): Promise<string> {
    ahead += 10_000;
    const response = await fetch(`http://127.0.0.1:${app.port}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
      body: JSON.stringify({ text }),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    const body = (await response.json()) as { replies: { text: string }[] };
    return body.replies.map((reply) => reply.text).join("\n");
  }

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "ask-journey-"));
    app = await start();
  });

  afterAll(async () => {
    await app.stop();
    await rm(data, { recursive: true, force: true });
  });

  it("says who it is at first contact and answers from a guide", async () => {
    const answer = await say("quen mat khau vneid lay lai the nao");

    expect(answer).toContain("trợ lý trả lời tự động");
    expect(answer).toContain("Quên mật khẩu");
    expect(answer).toContain("Nguồn:");
  });

  it("counts each question by how it ended, with the time it took", async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${app.port}/metrics`)).text();

    expect(metrics).toContain('tro_ly_so_questions_total{channel="web",status="answered"} 1');
    expect(metrics).toContain("tro_ly_so_answer_seconds_count 1");
  });

  it("asks back for the commune, takes the choice, and keeps to it", async () => {
    const asked = await say("Năm 2026 chỉ tiêu người dân xác nhận trên VNeID là bao nhiêu?");
    const chosen = await say("Thanh Thủy");
    const followed = await say("Thế còn Ninh Giang?");

    expect(asked).toContain("xã, phường nào");
    expect(chosen).toContain("70%");
    expect(chosen).not.toContain("60%");
    expect(followed).toContain("60%");
    expect(followed).not.toContain("70%");
  });

  it("puts what to do now before everything when money is going", async () => {
    const answer = await say("tui moi chuyen tien cho nguoi la, lam sao day");

    expect(answer.slice(0, 200)).toContain("làm ngay ba việc");
    expect(answer).toContain("113");
  });

  it("neither repeats nor logs an identity number", async () => {
    const answer = await say(`cccd của tôi là ${CANARY}, tra giúp tôi`);

    expect(answer).not.toContain(CANARY);
    expect(answer).toContain("không lưu");
    expect(JSON.stringify(events)).not.toContain(CANARY);
  });

  it("remembers the walk through a guide after a restart", async () => {
    await say("cài VNeID từng bước");
    const first = await say("hướng dẫn từng bước");
    await app.stop();
    app = await start();
    const second = await say("tiếp");

    expect(first).toContain("1");
    expect(second).toMatch(/Bước 2|bước 2|2\//u);
  });

  it("hears an emergency and a doubt in the middle of a walk, whatever place is chosen, and keeps the walk", async () => {
    await say("/xa thanh-thuy");
    await say("hướng dẫn từng bước cài VNeID");
    await say("tiếp");
    const pressed = await say("co nguoi goi bao la cong an doi so can cuoc cua toi");
    const doubted = await say("co tin nhan bao toi trung thuong, bam vao link co that khong");
    const lost = await say("đt mk mất r, trong đó có vneid h phải lm j");
    const paying = await say("ho bat nop them 30 trieu moi cho rut, toi dang dinh chuyen");
    const step = await say("lặp lại");

    expect(pressed).toContain("Cúp máy ngay");
    expect(doubted).toMatch(/^Cứ coi là lừa đảo/u);
    expect(doubted).toContain("Nhận biết cuộc gọi, tin nhắn lừa đảo");
    expect(lost).toContain("1900.0368");
    expect(paying).toContain("1. KHÔNG chuyển");
    expect(step).toMatch(/Bước 2/u);
  });
});
