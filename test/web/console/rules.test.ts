import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Officer } from "../../../src/domain/people.ts";
import { allRoutes } from "../../../src/web/console/routes.ts";
import { tokenHash } from "../../../src/web/console/sign-in/secrets.ts";
import {
  type ConsoleSetting,
  OFFICERS,
  openConsoleSetting,
  type Visitor,
} from "../../support/console-setting.ts";

const routes = allRoutes();
const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);
const posts = named.filter(([, route]) => route.method === "POST");
/** Routes about a thing that belongs to one locality, rather than to all. */
const LOCAL =
  /^\/(?:van-ban|cau-hoi|nhiem-vu|tai-len|can-bo|tra-loi|gap-can-bo|bao-cao)\/:|^\/nhiem-vu-van-ban|^\/nhac-viec\/(?!tha)/u;

let setting: ConsoleSetting;
let visitors: Record<keyof typeof OFFICERS, Visitor>;
let things: Readonly<Record<string, string>>;

/** The route's address and fields for things of Thanh Thủy. */
function filled(path: string): { readonly path: string; readonly fields: Record<string, string> } {
  const first = path.split("/")[1] ?? "";
  const concrete = (path === "/" ? "" : path).replace(/:\w+/gu, (name) =>
    encodeURIComponent(things[`${first}${name}`] ?? "?"),
  );
  return {
    path: concrete,
    fields: { khoa: things.reminder ?? "", viec: things.task ?? "", vb: "thanh-thuy" },
  };
}

function asks(visitor: Visitor, route: (typeof routes)[number], fields: Record<string, string> = {}) {
  const at = filled(route.path);
  return route.method === "GET" ? visitor.get(at.path) : visitor.post(at.path, { ...at.fields, ...fields });
}

const acts = async () => (await setting.storage.console.admins.audit(1000, 0)).length;

beforeAll(async () => {
  setting = await openConsoleSetting();
  const { storage, clock } = setting;
  const live = await storage.knowledge.current();
  const task = live?.edition.documents
    .flatMap((document) => document.tasks)
    .find((one) => one.doc === "thanh-thuy");
  const now = clock.now();
  const reminder = {
    key: "bao-thu",
    kind: "deadline",
    task: task?.id ?? "",
    officer: OFFICERS.officer.id,
    rule: "d1",
    deadline: "2026-12-01",
    dueAt: now,
    usefulUntil: now + 86_400_000,
  } as const;
  await storage.reminders.reconcile({ add: [reminder], supersede: [], move: [], revive: [] }, now);
  await storage.console.uploads.add({
    id: "tep-1",
    name: "a.txt",
    ending: ".txt",
    sha256: "0",
    size: 1,
    doc: "moi",
    locality: "thanh-thuy",
    by: OFFICERS.admin.id,
    at: now,
    state: "waiting",
  });
  const question = await storage.questions.record({
    at: now,
    chat: { channel: "web", chat: "x" },
    locality: "thanh-thuy",
    text: "hỏi",
    status: "not_found",
    intent: "fact",
    edition: "e",
    ms: 1,
  });
  await storage.console.handOvers.open(
    {
      code: "HT-AAAAA",
      at: now,
      chat: { channel: "web", chat: "x" },
      locality: "thanh-thuy",
      question: "hỏi",
    },
    0,
  );
  // Written by the service's own handle, since it keeps curated answers in memory.
  const admin = await setting.signIn(OFFICERS.admin);
  await admin.post("/tra-loi/moi", {
    hoi: "lớp học buổi tối ở đâu",
    "tra-loi": "Tại nhà văn hóa.",
    "can-cu": "Thông báo 1",
    noi: "thanh-thuy",
    "den-het": new Date(now + 86_400_000).toISOString().slice(0, 10),
  });
  things = {
    "van-ban:doc": "thanh-thuy",
    "nhiem-vu:id": task?.id ?? "",
    "tai-len:id": "tep-1",
    "can-bo:id": OFFICERS.officer.id,
    "ban-kien-thuc:id": live?.edition.id ?? "",
    "tra-loi:id": "1",
    "cau-hoi:id": String(question),
    "gap-can-bo:ma": "HT-AAAAA",
    "cong-tac:ten": "tat-ca",
    "du-lieu:tep": "hotlines.yaml",
    "xuat:tep": "cau-hoi.csv",
    "bao-cao:noi": "thanh-thuy",
    "bao-cao:ky": "2026-Q3",
    "bao-cao:tep": "bao-cao.docx",
    task: task?.id ?? "",
    reminder: reminder.key,
  };
  visitors = {
    admin,
    leader: await setting.signIn(OFFICERS.leader),
    elsewhere: await setting.signIn(OFFICERS.elsewhere),
    officer: await signedInThenDemoted(),
  };
});

/** Somebody who could enter a moment ago and now is an officer. */
async function signedInThenDemoted(): Promise<Visitor> {
  const { officer } = OFFICERS;
  await setting.storage.people.save({ ...officer, role: "leader", unit: null });
  const visitor = await setting.signIn(officer);
  await setting.storage.people.save(officer);
  return visitor;
}

afterAll(() => setting.close());

describe("every route of the console", () => {
  it.each(named)("%s sends strangers to the sign-in", async (_name, route) => {
    const at = filled(route.path);
    const response = await fetch(`${setting.url}/quan-tri${at.path}`, {
      method: route.method,
      redirect: "manual",
      headers: { origin: setting.url },
      ...(route.method === "POST" ? { body: new URLSearchParams(at.fields) } : {}),
    });

    expect(response.status).toBe(route.method === "GET" ? 302 : 403);
  });

  it.each(named)("%s is closed to officers, even with a session from before", async (_name, route) => {
    const response = await asks(visitors.officer, route);

    expect(response.status).toBe(route.method === "GET" ? 302 : 403);
  });

  it.each(named.filter(([, route]) => route.role === "admin"))(
    "%s is closed to leaders",
    async (_name, route) => {
      const before = await acts();

      expect((await asks(visitors.leader, route, { "dong-y": "1" })).status).toBe(403);
      expect(await acts()).toBe(before);
    },
  );

  it.each(named.filter(([, route]) => LOCAL.test(route.path)))(
    "%s is closed to the admin of another locality",
    async (_name, route) => {
      const before = await acts();

      expect((await asks(visitors.elsewhere, route, { "dong-y": "1" })).status).toBe(403);
      expect(await acts()).toBe(before);
    },
  );

  it("declares whose thing it is about wherever it names one", () => {
    const undeclared = routes.filter((route) => route.path.includes(":") && route.place === undefined);

    expect(undeclared).toEqual([]);
  });

  it.each(named.filter(([, route]) => route.method === "GET" && route.role === "leader"))(
    "%s opens for leaders",
    async (_name, route) => {
      expect((await asks(visitors.leader, route)).status).toBe(200);
    },
  );

  it.each(named.filter(([, route]) => route.method === "GET"))(
    "%s opens for admins",
    async (_name, route) => {
      expect((await asks(visitors.admin, route)).status).toBe(200);
    },
  );
});

describe("every act of the console", () => {
  it.each(posts)("%s wants the form's own token", async (_name, route) => {
    const before = await acts();

    expect((await asks(visitors.admin, route, { the: "x", "dong-y": "1" })).status).toBe(403);
    expect((await asks(visitors.admin, route, { the: visitors.leader.csrf, "dong-y": "1" })).status).toBe(
      403,
    );
    expect(await acts()).toBe(before);
  });

  it.each(posts)("%s wants to come from our own page", async (_name, route) => {
    const at = filled(route.path);
    const before = await acts();
    const fields = { ...at.fields, "dong-y": "1" };
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];

    for (const headers of foreign) {
      expect((await visitors.admin.post(at.path, fields, headers)).status).toBe(403);
    }
    expect(await acts()).toBe(before);
  });

  it.each(posts.filter(([, route]) => route.confirm !== undefined))(
    "%s asks before it acts",
    async (_name, route) => {
      const before = await acts();
      const response = await asks(visitors.admin, route);

      expect(response.status).toBe(200);
      expect(await response.text()).toContain('name="dong-y" value="1"');
      expect(await acts()).toBe(before);
    },
  );

  it("asks who it is again, 15 minutes later, for what touches everybody", async () => {
    const fresh = posts.filter(([, route]) => route.fresh === true);
    const admin = await setting.signIn(OFFICERS.admin);
    setting.clock.advance(16 * 60_000);
    const before = await acts();

    for (const [, route] of fresh) {
      const response = await asks(admin, route, { "dong-y": "1" });
      expect(response.status).toBe(403);
      expect(await response.text()).toContain("Xác nhận lại danh tính");
    }
    expect(fresh.length).toBeGreaterThan(5);
    expect(await acts()).toBe(before);
  });
});

describe("a link into the console", () => {
  const linkFor = (officer: Officer) => setting.linkFor(officer);

  it("is not used up by a chat program that looks at it", async () => {
    const link = await linkFor(OFFICERS.leader);
    await fetch(link);
    await fetch(link);

    expect((await setting.signIn(OFFICERS.leader)).status).toBe(303);
    expect(await (await fetch(link)).text()).toContain("Vào trang quản trị");
  });

  it("opens once, for ten minutes, and only for leaders and admins", async () => {
    const { admins } = setting.storage.console;
    const now = setting.clock.now();
    await admins.addLink(tokenHash("a"), OFFICERS.admin.id, now + 600_000);
    await admins.addLink(tokenHash("b"), OFFICERS.admin.id, now);

    expect(await admins.useLink(tokenHash("a"), now)).toBe(OFFICERS.admin.id);
    expect(await admins.useLink(tokenHash("a"), now)).toBeNull();
    expect(await admins.useLink(tokenHash("b"), now)).toBeNull();
    expect((await setting.signIn(OFFICERS.officer)).status).toBe(401);
  });
});
