import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openApp } from "../../src/app/app.ts";
import { loadConfig } from "../../src/app/config.ts";
import { codeHash, type Officer } from "../../src/domain/people.ts";
import type { Clock } from "../../src/ports/clock.ts";
import { openStorage } from "../../src/storage/open.ts";
import { newToken, tokenHash } from "../../src/web/console/sign-in/secrets.ts";

const knowledge = fileURLToPath(new URL("../../knowledge", import.meta.url));
const YAML = ["localities", "units", "vocabulary", "hotlines", "links", "holidays", "safety"];

/** Wall time that a test may move on; the monotonic one runs as always. */
function movableClock(): Clock & { advance(ms: number): void } {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    mono: () => performance.now(),
    advance(ms) {
      ahead += ms;
    },
  };
}

export const OFFICERS: Readonly<Record<"admin" | "leader" | "officer" | "elsewhere", Officer>> = {
  admin: {
    id: "cb-admin",
    name: "Trần Thị Quản",
    role: "admin",
    locality: "thanh-thuy",
    unit: null,
    active: true,
  },
  leader: {
    id: "cb-leader",
    name: "Lê Văn Lãnh",
    role: "leader",
    locality: "thanh-thuy",
    unit: null,
    active: true,
  },
  officer: {
    id: "cb-officer",
    name: "Phạm Thị Cán",
    role: "officer",
    locality: "thanh-thuy",
    unit: "Phòng Văn hóa - Xã hội",
    active: true,
  },
  elsewhere: {
    id: "cb-elsewhere",
    name: "Ngô Văn Xa",
    role: "admin",
    locality: "ninh-giang",
    unit: null,
    active: true,
  },
};

/** The whole service with its console, over a small knowledge folder of its own. */
export async function openConsoleSetting(plans: readonly string[] = ["thanh-thuy", "ninh-giang"]) {
  const dir = mkdtempSync(join(tmpdir(), "tro-ly-so-"));
  const [folder, data] = [join(dir, "knowledge"), join(dir, "data")];
  mkdirSync(join(folder, "plans"), { recursive: true });
  mkdirSync(join(folder, "guides"));
  for (const name of YAML) {
    cpSync(join(knowledge, `${name}.yaml`), join(folder, `${name}.yaml`));
  }
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, name), old, old);
  };
  for (const plan of plans) {
    put(`plans/${plan}.txt`, readFileSync(join(knowledge, "plans", `${plan}.txt`)));
  }
  put("guides/mat-khau-an-toan-2fa.md", readFileSync(join(knowledge, "guides/mat-khau-an-toan-2fa.md")));

  const clock = movableClock();
  const config = loadConfig({
    PORT: "0",
    DATA_DIR: data,
    KNOWLEDGE_DIR: folder,
    OFFICE_NAME: "UBND xã Thanh Thủy",
  });
  const logged: string[] = [];
  const around = {
    clock,
    log: (event: unknown) => void logged.push(JSON.stringify(event)),
    onProgress: () => {},
    say: () => {},
  };
  const app = await openApp(config, around);
  const storage = await openStorage({ dir: data, use: "tool" }, clock, () => {});
  for (const officer of Object.values(OFFICERS)) {
    await storage.people.save(officer);
  }
  const url = `http://127.0.0.1:${app.port}`;

  /** A link as /quanly gives it. */
  const linkFor = async (officer: Officer) => {
    const code = newToken();
    await storage.console.admins.addLink(tokenHash(code), officer.id, clock.now() + 600_000);
    return `${url}/quan-tri/vao?ma=${code}`;
  };
  /** Says something on the web page; the cookie keeps the chat. */
  const say = async (text: string, cookie = "") => {
    const response = await fetch(`${url}/api/chat`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie === "" ? {} : { cookie }) },
      body: JSON.stringify({ text }),
    });
    return { said: await response.text(), cookie: cookie || cookieOf(response) };
  };

  /** The cookie of a chat bound to an officer, as a redeemed code does. */
  const chatOf = async (officer: Officer): Promise<string> => {
    const code = `MA-${officer.id}`;
    await storage.people.invite(officer.id, codeHash(code), clock.now() + 60_000);
    return (await say(`/ketnoi ${code}`)).cookie;
  };
  return {
    url,
    say,
    chatOf,
    folder,
    data,
    clock,
    storage,
    logged,
    put,
    linkFor,
    signIn: async (officer: Officer) => signInByLink(url, await linkFor(officer)),
    async close() {
      await storage.close();
      await app.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type ConsoleSetting = Awaited<ReturnType<typeof openConsoleSetting>>;
export type Visitor = Awaited<ReturnType<typeof signInByLink>>;

export const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

export const fieldOf = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`, "u").exec(page)?.[1] ?? "";

export async function signInByLink(url: string, link: string) {
  const opened = await fetch(link);
  const page = await opened.text();
  const response = await fetch(`${url}/quan-tri/vao-lien-ket`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, cookie: cookieOf(opened) },
    body: new URLSearchParams({ truoc: fieldOf(page, "truoc"), ma: fieldOf(page, "ma") }),
  });
  const cookie = cookieOf(response);
  const get = (path: string) => fetch(`${url}/quan-tri${path}`, { headers: { cookie }, redirect: "manual" });
  const csrf = fieldOf(await (await get("/tai-khoan")).text(), "the");
  const post = (path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) =>
    fetch(`${url}/quan-tri${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url, cookie, ...headers },
      body: new URLSearchParams({ the: csrf, ...fields }),
    });
  return { status: response.status, cookie, csrf, get, post };
}
