import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runScript } from "../../support/command.ts";
import {
  type ConsoleSetting,
  cookieOf,
  fieldOf,
  OFFICERS,
  openConsoleSetting,
} from "../../support/console-setting.ts";

let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting(["thanh-thuy"]);
});

afterAll(() => setting.close());

describe("/quanly", () => {
  it("gives leaders and admins a link that opens once", async () => {
    const { said } = await setting.say("/quanly", await setting.chatOf(OFFICERS.leader));
    const code = /\/quan-tri\/vao\?ma=([\w-]{43})/u.exec(said)?.[1] ?? "";
    const enter = async () => {
      const opened = await fetch(`${setting.url}/quan-tri/vao?ma=${code}`);
      return fetch(`${setting.url}/quan-tri/vao-lien-ket`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: setting.url, cookie: cookieOf(opened) },
        body: new URLSearchParams({ truoc: fieldOf(await opened.text(), "truoc"), ma: code }),
      });
    };

    expect((await enter()).status).toBe(303);
    expect((await enter()).status).toBe(401);
  });

  it("gives nothing to officers and residents", async () => {
    for (const cookie of [await setting.chatOf(OFFICERS.officer), ""]) {
      const { said } = await setting.say("/quanly", cookie);
      expect(said).not.toContain("vao?ma=");
    }
  });
});

describe("asking for a person", () => {
  it("keeps the question for the office until the resident deletes it", async () => {
    const { said, cookie } = await setting.say("/gapcanbo Khi nào mở lớp ở thôn Ba?");
    const code = /HT-[0-9A-Z]{5}/u.exec(said)?.[0] ?? "";
    expect((await setting.storage.console.handOvers.find(code))?.question).toBe("Khi nào mở lớp ở thôn Ba?");

    await setting.say("/xoadulieu", cookie);
    expect(await setting.storage.console.handOvers.find(code)).toBeNull();
  });

  it("hands over the very words asked before, and neither a greeting nor what was masked", async () => {
    const { cookie } = await setting.say("/gapcanbo");
    expect((await setting.say("chào trợ lý", cookie)).said).not.toContain("HT-");
    expect((await setting.say("gặp cán bộ", cookie)).said).toMatch(/gapcanbo kèm câu hỏi/u);
    await setting.say("căn cước 001085012345 của tôi", cookie);
    expect((await setting.say("gặp cán bộ", cookie)).said).toMatch(/gapcanbo kèm câu hỏi/u);
    setting.clock.advance(60_000); // who writes too fast is asked to wait
    await setting.say("Bể bơi của xã Thanh Thủy mở lúc nào", cookie);
    const code = /HT-[0-9A-Z]{5}/u.exec((await setting.say("gặp cán bộ", cookie)).said)?.[0] ?? "";

    expect((await setting.storage.console.handOvers.find(code))?.question).toBe(
      "Bể bơi của xã Thanh Thủy mở lúc nào",
    );
  });

  it("gives no code when nobody would see it", async () => {
    const admin = await setting.signIn(OFFICERS.admin);
    await admin.post("/cong-tac/gap-can-bo/tat", { "ly-do": "nghỉ lễ", "dong-y": "1" });

    expect((await setting.say("/gapcanbo Khi nào mở lớp?")).said).not.toContain("HT-");
    await admin.post("/cong-tac/gap-can-bo/bat");
    expect((await setting.say("/gapcanbo Khi nào mở lớp?")).said).toContain("HT-");
  });
});

describe("npm run admin -- password", () => {
  it("makes an account whose password and codes sign in, shown once and kept as a hash", async () => {
    const { code, stdout } = await runScript("admin.ts", [
      "password",
      ...["--login", "quan", "--officer", OFFICERS.admin.id, "--data", setting.data],
    ]);
    expect(code).toBe(0);
    const password = /Mật khẩu: (\S+)/u.exec(stdout)?.[1] ?? "";
    const secret = new URL(/otpauth:\S+/u.exec(stdout)?.[0] ?? "").searchParams.get("secret") ?? "";
    const account = await setting.storage.console.admins.account("quan");
    expect(account?.officer).toBe(OFFICERS.admin.id);
    expect(JSON.stringify(account)).not.toContain(password);

    const opened = await fetch(`${setting.url}/quan-tri/vao`);
    const response = await fetch(`${setting.url}/quan-tri/vao`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: setting.url, cookie: cookieOf(opened) },
      body: new URLSearchParams({
        truoc: fieldOf(await opened.text(), "truoc"),
        ten: "Quan",
        "mat-khau": password,
        ma: new TOTP({ secret: Secret.fromBase32(secret), digits: 6 }).generate({
          timestamp: setting.clock.now(),
        }),
      }),
    });
    expect(response.status).toBe(303);
  });

  it.each([
    [["--login", "Có dấu", "--officer", "cb-admin"], /--login must be/u],
    [["--login", "can", "--officer", "cb-officer"], /Only a leader or an admin/u],
    [["--login", "quan", "--officer", "cb-leader"], /is taken/u],
  ])("refuses %j with the way out", async (args, words) => {
    const { code, stderr } = await runScript("admin.ts", ["password", ...args, "--data", setting.data]);

    expect(code).not.toBe(0);
    expect(stderr).toMatch(words);
  });
});
