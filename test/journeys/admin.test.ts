import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashPassword, newTotpSecret } from "../../src/web/console/sign-in/secrets.ts";
import { type ConsoleSetting, cookieOf, OFFICERS, openConsoleSetting } from "../support/console-setting.ts";
import { PATIENCE_MS } from "../support/receiver.ts";

const CHROMIUM = "/usr/bin/chromium";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PASSWORD = "mat-khau-cua-quan";
const here = existsSync(CHROMIUM);

if (!here) {
  process.stderr.write(`Skipped: ${CHROMIUM} is not here, so the console was not tried in a browser.\n`);
}

/** What people may type to break a page. */
const HOSTILE = [
  "<script>window.broken=1</script>",
  '"><img src=x onerror=window.broken=1>',
  "<svg/onload=window.broken=1>",
  "<iframe srcdoc='<script>parent.broken=1</script>'></iframe>",
  "</textarea><script>window.broken=1</script>",
  "</title><script>window.broken=1</script>",
  "<a href='javascript:window.broken=1'>bấm vào đây</a>",
  "' autofocus onfocus=window.broken=1 x='",
  '" onmouseover="window.broken=1" x="',
  "<details open ontoggle=window.broken=1>",
  "<style>@import'//evil.example'</style>",
  "<form action=//evil.example><button>x</button></form>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "{{constructor.constructor('window.broken=1')()}}",
  "&lt;script&gt;window.broken=1&lt;/script&gt;",
  "<math><mtext></table><mglyph><style><img src=x onerror=window.broken=1>",
  "\u202Egpj.exe<b onclick=window.broken=1>",
  "<!--><img src=x onerror=window.broken=1>-->",
  "javascript:/*--></title></style></textarea></script><svg/onload='window.broken=1'>",
].flatMap((text) => [text, `Câu hỏi về lớp học ${text} ở đâu?`]);

const PAGES = [
  "",
  "/cau-hoi",
  "/cau-hoi/1",
  "/gap-can-bo",
  "/nhiem-vu",
  "/bang-viec?theo=thang",
  "/van-ban",
  "/van-ban/thanh-thuy",
  "/cong-tac",
  "/tra-loi",
  "/tra-loi/moi",
  "/nhac-viec",
  "/bao-cao?ky=2026-Q3",
  "/vi-sao",
  "/ban-kien-thuc",
  "/du-lieu",
  "/du-lieu/hotlines.yaml",
  "/can-bo",
  "/nhat-ky",
  "/tai-khoan",
];

describe.skipIf(!here)("an admin at work in a browser", () => {
  let setting: ConsoleSetting;
  let browser: Browser;
  let page: Page;
  const totp = newTotpSecret();
  const complaints: string[] = [];
  const at = (path: string) => `${setting.url}/quan-tri${path}`;

  beforeAll(async () => {
    setting = await openConsoleSetting();
    await setting.storage.console.admins.saveAccount({
      login: "quan",
      officer: OFFICERS.admin.id,
      password: await hashPassword(PASSWORD),
      totp,
    });
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
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  });

  afterAll(async () => {
    await browser?.close();
    await setting?.close();
  });

  /** Presses a button, and the one that the question after it asks for. */
  async function confirmed(selector: string): Promise<void> {
    await page.click(selector);
    await page.click("main button:text-is('Đồng ý')");
    await page.waitForSelector(".notice");
  }

  /** The page a reload leads to: at once when it ends soon, by hand after its progress on a busy machine. */
  async function ledTo(path: string): Promise<void> {
    if (page.url().includes("/ban-kien-thuc?xong=started")) {
      await page.waitForSelector("[data-poll]", { state: "detached" });
      await page.goto(at(path));
    }
    expect(page.url()).toContain(path);
  }

  async function resident(text: string, cookie = ""): Promise<{ said: string; cookie: string }> {
    const response = await fetch(`${setting.url}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
      body: JSON.stringify({ text }),
    });
    return { said: await response.text(), cookie: cookie || cookieOf(response) };
  }

  it("signs in with a password and a one-time code", async () => {
    await page.goto(at(""));
    expect(page.url()).toBe(at("/vao"));

    await page.fill("[name=ten]", "quan");
    await page.fill("[name=mat-khau]", PASSWORD);
    const code = new TOTP({ secret: Secret.fromBase32(totp), digits: 6 }).generate({
      timestamp: setting.clock.now(),
    });
    await page.fill("[name=ma]", code);
    await page.click("button.main");

    expect(await page.textContent("h1")).toBe("Tổng quan");
  });

  it("sees what a paper would change, publishes it, is answered from it, and goes back", async () => {
    const plan = readFileSync(join(setting.folder, "plans/thanh-thuy.txt"), "utf8");
    const changed = plan.replace(
      "70% người dân trong độ tuổi trưởng thành xác nhận",
      "75% người dân trong độ tuổi trưởng thành xác nhận",
    );
    expect(changed).not.toBe(plan);
    const question = "Năm 2026 bao nhiêu phần trăm người dân trưởng thành xác nhận phổ cập ở xã Thanh Thủy?";
    expect((await resident(question)).said).toContain("70%");

    await page.goto(at("/van-ban"));
    await page.setInputFiles("[name=tep]", {
      name: "<img src=x onerror=window.broken=1>.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(changed),
    });
    await page.selectOption("[name=thay]", "thanh-thuy");
    await page.click("button:text-is('Xem trước thay đổi')");
    await page.waitForSelector(".changes");
    const changes = (await page.textContent(".changes")) ?? "";
    expect(changes).toContain("70%");
    expect(changes).toContain("75%");
    expect(await page.textContent("main")).toContain("<img src=x onerror=window.broken=1>.txt");
    expect((await resident(question)).said).toContain("70%");

    await confirmed("button:text-is('Đưa vào kho')");
    await ledTo("/van-ban/thanh-thuy");
    expect((await resident(question)).said).toContain("75%");

    await page.goto(at("/ban-kien-thuc"));
    await confirmed("button:text-is('Dùng bản này')");
    expect((await resident(question)).said).toContain("70%");
  });

  it("takes a PDF in as a new document, and goes back to the edition without it", async () => {
    await page.goto(at("/van-ban"));
    await page.setInputFiles("[name=tep]", join(import.meta.dirname, "../fixtures/papers/ward-annex.pdf"));
    await page.fill("[name=ma]", "phu-luc-moi");
    await page.click("button:text-is('Xem trước thay đổi')");
    await page.waitForSelector("button:text-is('Đưa vào kho')");
    expect(await page.textContent("main")).toContain("Văn bản mới: phu-luc-moi");

    await confirmed("button:text-is('Đưa vào kho')");
    await ledTo("/van-ban/phu-luc-moi");
    expect(existsSync(join(setting.folder, "plans/phu-luc-moi.pdf"))).toBe(true);

    await page.goto(at("/ban-kien-thuc"));
    await confirmed("button:text-is('Dùng bản này') >> nth=0");
    expect((await page.goto(at("/van-ban/phu-luc-moi")))?.status()).toBe(404);
  });

  it("refuses what only calls itself a paper, with the reason", async () => {
    await page.goto(at("/van-ban"));
    await page.setInputFiles("[name=tep]", {
      name: "../../../ke-hoach.docx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("PK\u0003\u0004 không phải tệp Word"),
    });
    await page.click("button:text-is('Xem trước thay đổi')");
    await page.waitForSelector(".problem");
    expect(await page.textContent(".problem")).toContain("Không đọc được tệp");
    expect(await page.$$("button:text-is('Đưa vào kho')")).toEqual([]);
    await confirmed("button:text-is('Bỏ tệp này')");
  });

  it("turns an unanswered question into a reviewed answer that residents get, with its source", async () => {
    const question = "Bể bơi công cộng mở cửa lúc nào?";
    expect((await resident(question)).said).not.toContain("Sáu giờ sáng");

    await page.goto(at("/cau-hoi"));
    await page.click("tr:has-text('Bể bơi') a.button");
    expect(await page.inputValue("[name=hoi]")).toContain("Bể bơi công cộng");
    await page.fill("[name=tra-loi]", "Sáu giờ sáng đến tám giờ tối hằng ngày.");
    await page.fill("[name=can-cu]", "Thông báo số 12/TB-UBND");
    await page.selectOption("[name=noi]", "");
    await page.click("button:text-is('Lưu và dùng ngay')");
    await page.waitForSelector(".notice");

    const { said } = await resident("be boi cong cong mo cua luc nao");
    expect(said).toContain("Sáu giờ sáng đến tám giờ tối");
    expect(said).toContain("Trả lời của UBND xã Thanh Thủy, ngày");
    expect((await resident("Bể bơi công cộng ở đâu?")).said).not.toContain("Sáu giờ sáng");
  });

  it("answers a resident who asked for a person, in the resident's own chat", async () => {
    const { cookie } = await resident("Bao giờ có lớp học cho người khuyết tật ở thôn Ba?");
    const handed = await resident("/gapcanbo Bao giờ có lớp ở thôn Ba?", cookie);
    const code = /HT-[0-9A-Z]{5}/u.exec(handed.said)?.[0] ?? "";
    expect(code).not.toBe("");

    await page.goto(at("/gap-can-bo"));
    const card = page.locator("article", { hasText: code });
    await card.locator("textarea").fill("Thứ bảy này, tại nhà văn hóa thôn Ba.");
    await card.locator("button.main").click();
    await page.waitForSelector(".notice");

    const since = await fetch(`${setting.url}/api/chat?after=0`, { headers: { cookie } });
    const replies = await since.text();
    expect(replies).toContain("Thứ bảy này, tại nhà văn hóa thôn Ba.");
    expect(replies).toContain(code);
  });

  it("corrects and approves a task beside its source", async () => {
    await page.goto(at("/nhiem-vu?vb=thanh-thuy"));
    const waiting = await page.textContent(".tabs [aria-current] .count");
    await page.click("article.task >> nth=0 >> a:text-is('Sửa')");
    expect(await page.textContent(".quote")).toContain("Nguyên văn");
    await page.selectOption("[name=kieu]", "by");
    await page.fill("[name=ngay]", "2026-02-30");
    await page.click("button:text-is('Lưu và duyệt')");
    expect(await page.textContent(".problem")).toContain("ngày có thật");
    await page.selectOption("[name=kieu]", "by");
    await page.fill("[name=ngay]", "2027-02-28");
    await page.click("button:text-is('Lưu và duyệt')");
    await page.waitForSelector(".notice");

    expect(Number(await page.textContent(".tabs [aria-current] .count"))).toBe(Number(waiting) - 1);
    const [review] = await setting.storage.tasks.reviews();
    expect(review).toMatchObject({ decision: "approved", by: OFFICERS.admin.id });
    expect(review?.correction).toContain("2027-02-28");
  });

  it("switches answering off with a reason, and on again", async () => {
    await page.goto(at("/cong-tac"));
    await page.fill("tr:has-text('Hỏi đáp của người dân') [name=ly-do]", "Trụ sở mất điện.");
    await confirmed("tr:has-text('Hỏi đáp của người dân') button");
    expect((await resident("chỉ tiêu 2026")).said).toContain("Trụ sở mất điện.");

    await page.click("tr:has-text('Hỏi đáp của người dân') button");
    await page.waitForSelector(".notice");
    expect((await resident("chỉ tiêu 2026")).said).not.toContain("Trụ sở mất điện.");
  });

  it("keeps a data file only when it can be used", async () => {
    await page.goto(at("/du-lieu/holidays.yaml"));
    const kept = await page.inputValue("textarea");
    await page.fill("textarea", "- date: 30/4/2027\n  name: x\n  kind: off\n  source: y\n");
    await page.click("button.main");
    expect(await page.textContent(".problem")).toContain("2026-11-20");
    expect(readFileSync(join(setting.folder, "holidays.yaml"), "utf8")).toBe(kept);
  });

  it("shows what a data file would change, saves it, and brings the earlier text back", async () => {
    const line = '- { date: "2030-11-20", name: "Nghỉ thử", kind: off, source: "Thông báo thử" }';
    const file = () => readFileSync(join(setting.folder, "holidays.yaml"), "utf8");
    await page.goto(at("/du-lieu/holidays.yaml"));
    const kept = await page.inputValue("textarea");
    await page.fill("textarea", `${kept}${line}\n`);
    await page.click("button:text-is('Xem thay đổi')");
    expect(await page.textContent("ul.changes")).toContain("Thêm: 2030-11-20 (name: Nghỉ thử");
    expect(file()).not.toContain("Nghỉ thử");
    await page.evaluate(AXE);
    expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
      [],
    );

    await page.click("button:text-is('Sửa tiếp')");
    expect(await page.inputValue("textarea")).toContain("Nghỉ thử");
    await page.click("button:text-is('Xem thay đổi')");
    await page.click("button:text-is('Lưu và nạp lại')");
    await page.waitForSelector(".notice");
    await ledTo("/du-lieu/holidays.yaml");
    expect(file()).toContain("Nghỉ thử");

    await page.click("a:has-text('Bản dùng đến')");
    expect(await page.inputValue("textarea")).toBe(kept);
    await page.click("button:text-is('Xem thay đổi')");
    expect(await page.textContent("ul.changes")).toContain("Bỏ: 2030-11-20");
    await page.click("button:text-is('Lưu và nạp lại')");
    await page.waitForSelector(".notice");
    await ledTo("/du-lieu/holidays.yaml");
    expect(file()).toBe(kept);
  });

  it("shows hostile words as words, on every page that shows them", async () => {
    const { storage, clock } = setting;
    for (const [index, text] of HOSTILE.entries()) {
      const chat = { channel: "web", chat: `xss-${index}` } as const;
      const entry = { at: clock.now(), chat, locality: "thanh-thuy", text, status: "not_found" };
      const id = await storage.questions.record({ ...entry, intent: "fact", edition: "e", ms: 1 });
      await storage.questions.rate(id, chat, index % 2 === 0, text);
      const opened = await storage.console.handOvers.open(
        {
          code: `HT-X${index}`,
          at: clock.now(),
          chat,
          locality: "thanh-thuy",
          question: text,
        },
        0,
      );
      expect(opened?.code).toBe(`HT-X${index}`);
    }
    await storage.people.save({
      ...OFFICERS.leader,
      id: "cb-xss",
      name: HOSTILE[1] ?? "",
      unit: HOSTILE[2] ?? null,
    });
    for (const path of ["", "/cau-hoi", "/gap-can-bo", "/can-bo", "/nhat-ky", "/tra-loi/moi?tu=2"]) {
      await page.goto(at(path));
      const strangers = await page.$$eval(
        "main script, main img, main iframe, main style, main base, main meta, main math, [onerror], [onclick], [onload], [onfocus], [onmouseover], [ontoggle], a[href^='javascript'], form[action*='evil']",
        (found) => found.map((element) => element.outerHTML),
      );
      expect(strangers).toEqual([]);
      expect(await page.evaluate("window.broken")).toBeUndefined();
    }
    await page.goto(at("/gap-can-bo"));
    const shown = (await page.textContent("main")) ?? "";
    expect(HOSTILE.filter((text) => !shown.includes(text.trim()))).toEqual([]);
  });

  it.each([
    [390, 844, PAGES],
    [1280, 900, PAGES.slice(0, 8)],
  ] as const)(
    "can be read and used by all at %i × %i",
    async (width, height, paths) => {
      await page.setViewportSize({ width, height });
      for (const path of paths) {
        await page.goto(at(path));
        await page.evaluate(AXE);
        const found = await page.evaluate(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
        );
        expect({ path, found }).toEqual({ path, found: [] });
        expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
      }
    },
    90_000,
  );

  it("left nothing of what people wrote in the log", () => {
    const log = setting.logged.join("\n");

    expect(log).toContain("admin_act");
    for (const words of ["window.broken", "Bể bơi", "be boi", "thôn Ba", "Sáu giờ", PASSWORD]) {
      expect(log).not.toContain(words);
    }
  });

  it("made the browser complain about nothing but its own refusals", () => {
    expect(complaints.filter((line) => !/status of 4\d\d/u.test(line))).toEqual([]);
  });
});
