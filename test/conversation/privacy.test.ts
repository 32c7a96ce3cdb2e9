import { describe, expect, it } from "vitest";
import { openTalk } from "../support/conversation.ts";

const CANARY = "001085012345";

describe("personal data in a chat", () => {
  it("is refused, explained, and kept nowhere", async () => {
    const { tell, office } = openTalk();
    const said = await tell(`số căn cước của tôi là ${CANARY}, tra giúp`);

    expect(said).toMatch(/số căn cước/u);
    expect(said).toMatch(/không lưu/u);
    expect(said).not.toContain(CANARY);
    expect(JSON.stringify([...office.kept.chats, office.kept.questions, office.kept.audit])).not.toContain(
      CANARY,
    );
  });

  it("is masked in the record of an urgent question", async () => {
    const { tell, office } = openTalk();
    await tell("tôi lỡ đọc mã OTP 482913 cho nó rồi");

    expect(office.kept.questions[0]?.text).toMatch(/OTP:\*\*\*/u);
    expect(JSON.stringify(office.kept)).not.toContain("482913");
  });

  it("warns of a caller when a phone number was sent", async () => {
    const { tell } = openTalk();

    expect(await tell("số 0912345678 gọi tôi hoài, số của ai vậy")).toMatch(/số lạ.*đừng chuyển tiền/u);
  });

  it("is shown by /dulieu in words, and gone at once after /xoadulieu", async () => {
    const { tell, office, from } = openTalk();
    await tell("/xa ninh-giang");

    expect(await tell("/dulieu")).toMatch(/xã Ninh Giang/u);
    expect(await tell("/xoadulieu")).toMatch(/Đã xóa/u);
    expect(await office.chats.load(from)).toBeNull();
  });

  it.each([["xóa dữ liệu của tôi"], ["xoa het du lieu cua toi di"]])(
    "is deleted at the words %j too",
    async (typed) => {
      const { tell, office, from } = openTalk();
      await tell("/xa ninh-giang");
      await tell(typed);

      expect(await office.chats.load(from)).toBeNull();
    },
  );
});

describe("meeting a person", () => {
  it.each([["/gapcanbo"], ["gặp cán bộ"], ["cho toi gap can bo voi"], ["gặp người thật"]])(
    "is offered at %j",
    async (typed) => {
      const { tell } = openTalk();

      expect(await tell(typed)).toMatch(/bộ phận một cửa/u);
    },
  );

  it("hands the last question over and gives its code", async () => {
    const handed: string[] = [];
    const handOver = async (_: unknown, question: string, asked: number | null) => {
      handed.push(`${asked} ${question}`);
      return { kind: "told", code: "H-12" } as const;
    };
    const { tell } = openTalk({ handOver });
    await tell("bao giờ xã mở lớp");

    expect(await tell("gặp cán bộ")).toMatch(/H-12/u);
    expect(handed).toEqual(["1 bao giờ xã mở lớp"]);
  });

  it.each([
    [
      { kind: "kept", code: "H-12" } as const,
      /H-12[\s\S]*chưa có cán bộ nào nhận được tin báo[\s\S]*một cửa/u,
    ],
    [{ kind: "nobody" } as const, /chưa chuyển được[\s\S]*một cửa[\s\S]*trụ sở/u],
    [{ kind: "off", reason: "Nghỉ lễ." } as const, /Nghỉ lễ\.[\s\S]*một cửa/u],
  ])("says honestly what became of it: %j", async (handed, expected) => {
    const { tell } = openTalk({ handOver: async () => handed });

    expect(await tell("/gapcanbo bao giờ xã mở lớp")).toMatch(expected);
  });

  it("asks for the question when there is none", async () => {
    const { tell } = openTalk({ handOver: async () => ({ kind: "nobody" }) });

    expect(await tell("gặp cán bộ")).toMatch(/\/gapcanbo kèm câu hỏi/u);
  });
});
