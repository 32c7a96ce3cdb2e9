import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ConsoleSetting, OFFICERS, openConsoleSetting } from "../../support/console-setting.ts";

let setting: ConsoleSetting;

beforeAll(async () => {
  setting = await openConsoleSetting();
});

afterAll(() => setting.close());

/** An unanswered question of Thanh Thủy. */
async function unanswered(text: string) {
  const { cookie } = await setting.say("/xa Thanh Thủy");
  await setting.say(text, cookie);
  return { id: (await setting.storage.console.asked.since(0))[0]?.id ?? 0, cookie };
}

const handOverOf = async (id: number) =>
  (await setting.storage.console.handOvers.since(0)).find(({ about }) => about === id);
const acts = () => setting.storage.console.admins.audit(1000, 0);

describe("giving an unanswered question to an officer", () => {
  it("lets the officer answer by the code in chat, reaches the asker, and is shown with its state", async () => {
    // A link to a channel on which this service cannot push: the officer is not among those offered.
    const officer = await setting.chatOf(OFFICERS.officer);
    const { id, cookie } = await unanswered("Bể bơi công cộng mở cửa lúc nào?");
    const leader = await setting.signIn(OFFICERS.leader);
    const offered = await (await leader.get(`/cau-hoi/${id}`)).text();
    expect(offered).toContain(OFFICERS.leader.name);
    expect(offered).not.toContain(`value="${OFFICERS.officer.id}"`);
    expect((await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.officer.id })).status).toBe(400);

    const given = await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.admin.id });
    expect(given.headers.get("location")).toContain("xong=assignedHere");
    const handed = await handOverOf(id);
    expect(handed).toMatchObject({ assignee: OFFICERS.admin.id, origin: "office", outcome: null });
    expect((await acts())[0]).toMatchObject({
      action: "assign",
      subject: `${handed?.code} ${OFFICERS.admin.id}`,
    });
    expect(await (await leader.get("/cau-hoi")).text()).toContain(
      `giao ${OFFICERS.admin.name} (${handed?.code}): đang chờ trả lời`,
    );

    expect((await setting.say("/hoidap", officer)).said).toContain("Không có câu hỏi nào");
    const admin = await setting.chatOf(OFFICERS.admin);
    expect((await setting.say("/hoidap", admin)).said).toContain("giao cho đồng chí");
    expect((await setting.say(`/traloi ${handed?.code} Sáu giờ sáng.`, admin)).said).toContain("Đã gửi");
    const heard = await (await fetch(`${setting.url}/api/chat?after=0`, { headers: { cookie } })).text();
    expect(heard).toContain("trả lời câu hỏi “Bể bơi công cộng mở cửa lúc nào?”");
    expect(heard).toContain("Sáu giờ sáng.");

    const after = await (await leader.get(`/cau-hoi/${id}`)).text();
    expect(after).toContain("đã tới");
    expect(after).not.toContain(`/cau-hoi/${id}/giao`);
    expect(await (await leader.get(`/tra-loi/moi?tu=${id}`)).text()).toContain("Sáu giờ sáng.");
    expect((await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.admin.id })).status).toBe(409);
  });

  it("gives on, opens to all, and takes only people of the place", async () => {
    const { id } = await unanswered("Sân bóng của xã có cho thuê không?");
    const leader = await setting.signIn(OFFICERS.leader);
    await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.admin.id });
    const code = (await handOverOf(id))?.code ?? "";

    expect((await leader.post(`/gap-can-bo/${code}/giao`, { cho: OFFICERS.elsewhere.id })).status).toBe(400);
    expect((await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.leader.id })).status).toBe(303);
    expect(await handOverOf(id)).toMatchObject({ code, assignee: OFFICERS.leader.id });
    expect((await leader.post(`/gap-can-bo/${code}/giao`, { cho: "" })).status).toBe(303);
    expect((await handOverOf(id))?.assignee).toBeNull();
    expect((await acts())[0]).toMatchObject({ action: "unassign", subject: code });

    await leader.post(`/gap-can-bo/${code}/dong`, { "dong-y": "1" });
    expect((await leader.post(`/gap-can-bo/${code}/giao`, { cho: OFFICERS.leader.id })).status).toBe(409);
  });

  it("gives a question without a place to one's own people only", async () => {
    const { cookie } = await setting.say("xin chào");
    await setting.say("Thư viện huyện mở cửa lúc nào?", cookie);
    const id = (await setting.storage.console.asked.since(0))[0]?.id ?? 0;
    expect((await setting.storage.console.asked.find(id))?.locality).toBeNull();
    const leader = await setting.signIn(OFFICERS.leader);

    expect((await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.elsewhere.id })).status).toBe(400);
    expect((await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.admin.id })).status).toBe(303);
  });

  it("lets one answer leave when two people answer at once", async () => {
    const { id, cookie } = await unanswered("Nhà văn hóa thôn Hai ở đâu?");
    const leader = await setting.signIn(OFFICERS.leader);
    await leader.post(`/cau-hoi/${id}/giao`, { cho: OFFICERS.leader.id });
    const code = (await handOverOf(id))?.code ?? "";
    const ends = await Promise.all(
      ["Cạnh trường học.", "Cạnh trạm y tế."].map((loi) =>
        leader.post(`/gap-can-bo/${code}/tra-loi`, { loi }),
      ),
    );

    expect(ends.map(({ status }) => status).sort()).toEqual([303, 409]);
    const heard = await fetch(`${setting.url}/api/chat?after=0`, { headers: { cookie } });
    const { replies } = (await heard.json()) as { replies: readonly { readonly text: string }[] };
    expect(replies.filter(({ text }) => text.includes("Cạnh tr"))).toHaveLength(1);
  });
});
