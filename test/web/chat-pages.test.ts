import { describe, expect, it } from "vitest";
import { cookieOf, setting } from "./server-setting.ts";

describe("the page without JavaScript", () => {
  const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${url}/hoi`, { method: "POST", body: new URLSearchParams(fields), headers });

  it("answers a plain form with a whole page, all words escaped", async () => {
    const { url } = await setting();

    const response = await form(url, { text: "<script>alert(1)</script>" });
    const page = await response.text();

    expect(response.status).toBe(200);
    expect(page).toContain("Đã nhận: &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script>alert");
    expect(page).toContain('<html lang="vi">');
  });

  it("offers choices as buttons that can be pressed", async () => {
    const { url, receiver } = await setting({
      answers: () => [{ text: "Xã nào?", buttons: [{ label: "Ninh Giang", value: "xa:ninh-giang" }] }],
    });

    const first = await form(url, { text: "chỉ tiêu 2026" });
    expect(await first.text()).toContain('value="xa:ninh-giang"');
    await form(url, { button: "xa:ninh-giang" }, { cookie: cookieOf(first) });

    expect(receiver.received[1]).toMatchObject({ kind: "button", text: "xa:ninh-giang" });
  });

  it("shows a late answer when its page is opened", async () => {
    const { url, channel, receiver } = await setting({ answers: () => "silent", settings: { waitMs: 20 } });

    const first = await form(url, { text: "a" });
    expect(await first.text()).toContain('href="/hoi"');
    await channel.send(receiver.received[0]?.from.chat ?? "", { text: "Trả lời muộn" });

    const later = await fetch(`${url}/hoi`, { headers: { cookie: cookieOf(first) } });
    expect(await later.text()).toContain("Trả lời muộn");
  });

  it.each([
    ["empty", "", 400],
    ["too long", "a".repeat(25_000), 413],
  ])("says so when the question is %s", async (_, text, status) => {
    const { url } = await setting();

    const response = await form(url, { text });

    expect(response.status).toBe(status);
    expect(await response.text()).toContain('role="alert"');
  });

  it("hands over a file that an answer carries", async () => {
    const bytes = new TextEncoder().encode("BEGIN:VCALENDAR");
    const { url } = await setting({
      answers: () => [{ text: "Lịch", file: { name: "lịch việc.ics", mediaType: "text/calendar", bytes } }],
    });

    const page = await (await form(url, { text: "lịch" })).text();
    const path = /href="(\/tep\/[0-9a-f]{32})"/u.exec(page)?.[1] ?? "";
    const file = await fetch(url + path);

    expect(await file.text()).toBe("BEGIN:VCALENDAR");
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect((await fetch(`${url}/tep/${"0".repeat(32)}`)).status).toBe(404);
  });
});
