import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword, newTotpSecret } from "../../../src/web/console/sign-in/secrets.ts";
import {
  type ConsoleSetting,
  cookieOf,
  fieldOf,
  OFFICERS,
  openConsoleSetting,
} from "../../support/console-setting.ts";

const LOGIN = "quan";
const PASSWORD = "mật khẩu rất dài";
const totp = newTotpSecret();
let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting(["thanh-thuy"]);
  await setting.storage.console.admins.saveAccount({
    login: LOGIN,
    officer: OFFICERS.admin.id,
    password: await hashPassword(PASSWORD),
    totp,
  });
});

afterAll(() => setting.close());

const codeAt = (instant: number) =>
  new TOTP({ secret: Secret.fromBase32(totp), digits: 6 }).generate({ timestamp: instant });

/** A code no earlier try has used. */
function nextCode(): string {
  setting.clock.advance(30_000);
  return codeAt(setting.clock.now());
}

async function tries(fields: { ten?: string; matKhau?: string; ma?: string }, planted = "") {
  const opened = await fetch(`${setting.url}/quan-tri/vao`);
  const truoc = fieldOf(await opened.text(), "truoc");
  return fetch(`${setting.url}/quan-tri/vao`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: setting.url, cookie: [cookieOf(opened), planted].filter(Boolean).join("; ") },
    body: new URLSearchParams({
      truoc,
      ten: fields.ten ?? LOGIN,
      "mat-khau": fields.matKhau ?? PASSWORD,
      ma: fields.ma ?? "000000",
    }),
  });
}

const opens = (cookie: string) =>
  fetch(`${setting.url}/quan-tri`, { headers: { cookie }, redirect: "manual" });

describe("signing in by password", () => {
  it("wants name, password and a code that was not used before", async () => {
    const ma = nextCode();

    expect((await tries({ ma: "123456" })).status).toBe(401);
    expect((await tries({ matKhau: "sai", ma })).status).toBe(401);
    expect((await tries({ ten: "ai-do", ma })).status).toBe(401);
    const response = await tries({ ma });
    expect(response.status).toBe(303);
    expect((await opens(cookieOf(response))).status).toBe(200);
    expect((await tries({ ma })).status).toBe(401);
  });

  it("gives a cookie that scripts and other sites cannot use, and only over https where there is https", async () => {
    const plain = (await tries({ ma: nextCode() })).headers.getSetCookie().join();
    expect(plain).toMatch(/quan-tri=.*HttpOnly.*SameSite=Strict/u);

    const opened = await fetch(`${setting.url}/quan-tri/vao`, { headers: { "x-forwarded-proto": "https" } });
    expect(opened.headers.getSetCookie().join()).toMatch(/__Host-.*Secure/u);
  });

  it("does not take over a session token that was planted before", async () => {
    const planted = "quan-tri=da-biet-truoc";
    const response = await tries({ ma: nextCode() }, planted);

    expect(cookieOf(response)).not.toContain("da-biet-truoc");
    expect((await opens(planted)).status).toBe(302);
  });

  it("lets a session go after half an hour without use, and at sign-out", async () => {
    const cookie = cookieOf(await tries({ ma: nextCode() }));
    setting.clock.advance(29 * 60_000);
    expect((await opens(cookie)).status).toBe(200);
    setting.clock.advance(29 * 60_000);
    const page = await (await opens(cookie)).text();
    expect(page).toContain("Tổng quan");
    await fetch(`${setting.url}/quan-tri/ra`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: setting.url, cookie },
      body: new URLSearchParams({ the: fieldOf(page, "the") }),
    });
    expect((await opens(cookie)).status).toBe(302);

    const other = cookieOf(await tries({ ma: nextCode() }));
    setting.clock.advance(31 * 60_000);
    expect((await opens(other)).status).toBe(302);
  });

  it("refuses even the right password for a quarter of an hour after five wrong ones", async () => {
    setting.clock.advance(16 * 60_000);
    for (let count = 0; count < 5; count += 1) {
      expect((await tries({ matKhau: `sai ${count}` })).status).toBe(401);
    }
    expect((await tries({ ma: nextCode() })).status).toBe(429);

    setting.clock.advance(16 * 60_000);
    expect((await tries({ ma: nextCode() })).status).toBe(303);
  });

  it("lets no more than five tries made at one moment through", async () => {
    setting.clock.advance(16 * 60_000);
    const all = await Promise.all(Array.from({ length: 12 }, (_, at) => tries({ matKhau: `sai ${at}` })));

    expect(all.filter((response) => response.status === 401)).toHaveLength(5);
    setting.clock.advance(16 * 60_000);
  });

  it("is not done by a form on another site", async () => {
    const opened = await fetch(`${setting.url}/quan-tri/vao`);
    const body = new URLSearchParams({
      truoc: fieldOf(await opened.text(), "truoc"),
      ten: LOGIN,
      "mat-khau": PASSWORD,
      ma: nextCode(),
    });
    const send = (headers: Record<string, string>) =>
      fetch(`${setting.url}/quan-tri/vao`, { method: "POST", redirect: "manual", headers, body });

    expect((await send({ origin: "https://evil.example", cookie: cookieOf(opened) })).status).toBe(403);
    expect((await send({ origin: setting.url })).status).toBe(403);
  });

  it("writes neither password nor code nor cookie into the log", () => {
    const log = setting.logged.join("\n");

    expect(log).toContain("sign_in");
    expect(log).not.toContain(PASSWORD);
    expect(log).not.toContain(totp);
  });
});
