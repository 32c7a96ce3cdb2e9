import { describe, expect, it } from "vitest";
import { vectorOf } from "../../support/embedder.ts";
import { edition, type OpenTestStorage } from "../../support/storage.ts";

export function knowledgeContract(open: OpenTestStorage): void {
  describe("knowledge", () => {
    it("has no edition at first", async () => {
      const { storage } = await open();
      expect(await storage.knowledge.current()).toBeNull();
      expect(await storage.knowledge.editions()).toEqual([]);
      expect(await storage.knowledge.lastGood("a")).toBeNull();
    });

    it("serves what was published, the same after a restart", async () => {
      const { storage, openAgain } = await open();
      const request = edition("e1", { b: "Đăng ký tài khoản\nTập huấn", a: "Tuyên truyền" });
      const live = await storage.knowledge.publish(request);
      expect(live.edition).toEqual(request.edition);
      expect(await storage.knowledge.current()).toBe(live);

      const again = await (await openAgain()).knowledge.current();

      expect(again?.edition).toEqual(request.edition);
      expect(again?.embedder).toBe("words-1");
      expect(again?.vectors?.size).toBe(3);
      expect(again?.vectors?.search(vectorOf("Tuyên truyền"), 1)).toEqual([
        { label: 2, score: expect.closeTo(1, 4) },
      ]);
    });

    it("searches only where it is allowed, and gives all there are when fewer are asked for than exist", async () => {
      const { storage } = await open();
      const lines = Array.from({ length: 300 }, (_, n) => `đoạn ${n} việc ${n % 7}`);
      const { vectors } = await storage.knowledge.publish(edition("e1", { a: lines.join("\n") }));
      const allowed = new Set([3, 77, 299]);
      const hits = vectors?.search(vectorOf("đoạn 5 việc 5"), 10, (label) => allowed.has(label)) ?? [];
      expect(new Set(hits.map((hit) => hit.label))).toEqual(allowed);
      expect(vectors?.search(vectorOf("đoạn 5"), 1000)).toHaveLength(300);
      const scores = vectors?.search(vectorOf("đoạn 5"), 20).map((hit) => hit.score) ?? [];
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });

    it("keeps understandings by key, vectors by words and embedder, and the last good version", async () => {
      const { storage } = await open();
      const request = edition("e1", { a: "một\nhai" });
      await storage.knowledge.publish(request);
      const key = request.keys.get("a") ?? "";
      expect(await storage.knowledge.understood(key)).toEqual(request.edition.documents[0]);
      expect(await storage.knowledge.understood("other")).toBeNull();
      expect(await storage.knowledge.lastGood("a")).toEqual({ key, document: request.edition.documents[0] });
      expect((await storage.knowledge.keptVectors("words-2", ["x"])).size).toBe(0);
    });

    it("goes back to an earlier edition when asked, and names the ones there are", async () => {
      const { storage } = await open();
      await storage.knowledge.publish(edition("e1", { a: "một" }));
      await storage.knowledge.publish(edition("e2", { a: "hai" }));
      await storage.knowledge.activate("e1");
      const live = await storage.knowledge.current();
      expect(live?.edition.id).toBe("e1");
      expect((await storage.knowledge.editions()).map(({ id, live: serves }) => [id, serves])).toEqual([
        ["e2", false],
        ["e1", true],
      ]);
      await expect(storage.knowledge.activate("e9")).rejects.toThrow("There is no edition e9");
    });

    it("leaves the edition in force when another cannot be published", async () => {
      const { storage } = await open();
      await storage.knowledge.publish(edition("e1", { a: "một" }));
      const broken = { ...edition("e2", { a: "hai" }), vectors: [new Float32Array(7)] };
      await expect(storage.knowledge.publish(broken)).rejects.toThrow("vectors for 1 passages");
      expect((await storage.knowledge.current())?.edition.id).toBe("e1");
    });

    it("keeps the newest five editions and lets go of what only older ones held", async () => {
      const { storage } = await open();
      for (let n = 1; n <= 7; n++) {
        await storage.knowledge.publish(edition(`e${n}`, { a: `lần ${n}`, b: "mãi" }));
      }
      expect((await storage.knowledge.editions()).map((each) => each.id)).toEqual([
        "e7",
        "e6",
        "e5",
        "e4",
        "e3",
      ]);
      expect(await storage.knowledge.understood("key of a: lần 2")).toBeNull();
      expect(await storage.knowledge.understood("key of a: lần 3")).not.toBeNull();
      expect(await storage.knowledge.understood("key of b: mãi")).not.toBeNull();
    });
  });

  it("tells once that another process has changed something, and never of its own changes", async () => {
    const { storage, beside: openBeside } = await open();
    await storage.people.audit(1, "a", "b", "c");
    expect(await storage.changedElsewhere()).toBe(false);

    const beside = await openBeside();
    await storage.changedElsewhere();
    await beside.people.audit(2, "a", "b", "c");
    expect([await storage.changedElsewhere(), await storage.changedElsewhere()]).toEqual([true, false]);
    await beside.close();
  });
}
