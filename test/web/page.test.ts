import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMessage } from "../../src/domain/conversation.ts";
import { openWebSetting } from "../support/web-setting.ts";

const CHROMIUM = "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const closing: (() => Promise<unknown>)[] = [];
let browser: Browser;

const LOCALITIES = ["Thanh Thủy", "Khu Dương", "Diên Khánh", "Ninh Giang", "Tuyên Quang"];

function answers({ text }: { readonly text: string }): readonly OutgoingMessage[] {
  if (text.startsWith("chỉ tiêu")) {
    return [
      { text: "Xã, phường nào?", buttons: LOCALITIES.map((label) => ({ label, value: `xa:${label}` })) },
    ];
  }
  if (text.startsWith("<")) {
    return [{ text, buttons: [{ label: text, value: "x" }] }];
  }
  return [
    {
      text: `Trả lời cho ${text}:\n\n1. Mở ứng dụng.\n2. Bấm "Kích hoạt".\n\n- Thẻ căn cước\nXem https://dichvucong.gov.vn/a và https://evil.example/b\n\nNguồn: Hướng dẫn VNeID`,
    },
  ];
}

async function visiting(viewport: { width: number; height: number }, javaScriptEnabled = true) {
  const web = await openWebSetting({ answers, settings: { waitMs: 2000 } });
  const context = await browser.newContext({ viewport, javaScriptEnabled });
  closing.push(
    () => web.close(),
    () => context.close(),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(web.url);
  return { web, page, complaints };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const script =
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))";
  return page.evaluate(script) as Promise<string[]>;
}

async function askOn(page: Page, text: string): Promise<void> {
  await page.fill("#text", text);
  await page.keyboard.press("Enter");
}

describe.skipIf(!existsSync(CHROMIUM))("the page in a browser", () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
      ],
    });
  });

  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) {
      await close();
    }
  });

  afterAll(async () => {
    await browser.close();
  });

  it.each([
    [320, 640],
    [390, 844],
    [1280, 800],
    // 1280 × 800 at 200 %.
    [640, 400],
  ])("can be read and used by all at %i × %i", async (width, height) => {
    const { page, complaints } = await visiting({ width, height });
    expect(await violations(page)).toEqual([]);

    await askOn(page, "Cách kích hoạt VNeID?");
    await page.waitForSelector(".reply ol");
    await askOn(page, "chỉ tiêu 2026");
    await page.waitForSelector(".reply .choices");
    await page.click("#large");
    await page.click("#contrast");

    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
  });

  it("takes a choice by keyboard alone, and sends its value", async () => {
    const { page, web } = await visiting({ width: 390, height: 844 });
    await askOn(page, "chỉ tiêu 2026");
    await page.waitForSelector(".reply .choices");

    await page.focus(".reply .choices button:nth-child(4)");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".reply ol");

    expect(web.receiver.received[1]).toMatchObject({ kind: "button", text: "xa:Ninh Giang" });
    expect(await page.$$eval(".said", (said) => said.at(-1)?.textContent)).toContain("Ninh Giang");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(100);
    expect(web.receiver.received).toHaveLength(2);
  });

  it("shows hostile text as text, and links only where they are allowed", async () => {
    const { page, complaints } = await visiting({ width: 390, height: 844 });
    const hostile = '<img src=x onerror="document.title=1"><a href="javascript:alert(1)">x</a>';

    await askOn(page, hostile);
    await page.waitForSelector(".reply");
    await askOn(page, "VNeID");
    await page.waitForSelector(".reply a");

    expect(await page.textContent(".reply")).toContain(hostile);
    expect(await page.$$eval("#log img", (images) => images.length)).toBe(0);
    expect(await page.$$eval("#log a", (links) => links.map((link) => link.getAttribute("href")))).toEqual([
      "https://dichvucong.gov.vn/a",
    ]);
    expect(complaints).toEqual([]);
  });

  it("says that the network is gone and keeps what was typed", async () => {
    const { page, web } = await visiting({ width: 390, height: 844 });
    await web.close();

    await askOn(page, "câu hỏi của tôi");
    await page.waitForSelector("#problem:not([hidden])");

    expect(await page.inputValue("#text")).toBe("câu hỏi của tôi");
    expect(await page.textContent("#problem")).toContain("kiểm tra mạng");
  });

  it("remembers large text on the next visit", async () => {
    const { page, web } = await visiting({ width: 390, height: 844 });

    await page.click("#large");
    await page.goto(web.url);

    expect(await page.getAttribute("#large", "aria-pressed")).toBe("true");
  });

  it("answers without JavaScript, with buttons that work", async () => {
    const { page } = await visiting({ width: 390, height: 844 }, false);

    await page.fill("#text", "chỉ tiêu 2026");
    await page.click(".send");
    expect(await page.textContent(".said")).toContain("chỉ tiêu 2026");
    await page.click(".reply .choices button:nth-child(2)");

    expect(await page.textContent(".reply")).toContain("Trả lời cho xa:Khu Dương");
  });

  it.each([
    ["opens on a listed site, and keeps its conversation there", true],
    ["stays empty on any other site", false],
  ])("%s", async (_, listed) => {
    const host = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.end(
        `<!doctype html><html lang="vi"><title>Xã</title><script src="${web.url}/nhung.js" async></script><p>Xã`,
      );
    });
    await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
    // Another host name, so that the browser takes it for another site.
    const origin = `http://localhost:${(host.address() as AddressInfo).port}`;
    const web = await openWebSetting({ answers, settings: { embedOrigins: listed ? [origin] : [] } });
    const page = await browser.newPage();
    closing.push(
      () => web.close(),
      async () => host.closeAllConnections(),
      async () => host.close(),
      () => page.close(),
    );

    await page.goto(origin);
    await page.click("text=Hỏi Trợ lý số");
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    if (listed) {
      await frame?.waitForSelector("#text");
      for (const text of ["một", "hai"]) {
        await frame?.fill("#text", text);
        await frame?.press("#text", "Enter");
        await frame?.waitForSelector(`.reply:has-text("Trả lời cho ${text}")`);
      }
      expect(new Set(web.receiver.received.map(({ from }) => from.chat)).size).toBe(1);
    } else {
      await page.waitForTimeout(300);
      expect(await frame?.$("#text")).toBeNull();
    }
    await page.keyboard.press("Escape");
  });
});
