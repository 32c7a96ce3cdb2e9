import type { ChatKey } from "../../src/domain/conversation.ts";
import { codeHash, type KeptProgress, type Officer, type TaskReview } from "../../src/domain/people.ts";
import type { ChatState, Chats, QuestionLog } from "../../src/ports/conversations.ts";
import type { PeopleStore, TaskStore } from "../../src/ports/people.ts";

const nameOf = (key: ChatKey) => `${key.channel} ${key.chat}`;

/** Chats, people, reports and questions kept in memory, as the ports promise them; no more. */
export function memoryOffice() {
  const chats = new Map<string, ChatState>();
  const officers = new Map<string, Officer>();
  const links = new Map<string, string>();
  const invitations = new Map<string, { officer: string; expiresAt: number; used: boolean }>();
  const wrong = new Map<string, number>();
  const progress: KeptProgress[] = [];
  const takenBack = new Set<number>();
  const reviews: TaskReview[] = [];
  const questions: Parameters<QuestionLog["record"]>[0][] = [];
  const ratings = new Map<number, { good: boolean; reason: string | null }>();
  const audit: string[] = [];

  const chatStore: Chats = {
    load: async (key) => structuredClone(chats.get(nameOf(key)) ?? null),
    save: async (key, state) => void chats.set(nameOf(key), structuredClone(state)),
    forget: async (key) => Number(chats.delete(nameOf(key))),
    forgetBefore: async () => 0,
  };
  const people: PeopleStore = {
    officerOf: async (key) => officers.get(links.get(nameOf(key)) ?? "") ?? null,
    officers: async () => [...officers.values()],
    links: async (officer) =>
      [...links].flatMap(([name, id]) => {
        const [channel, chat] = name.split(" ");
        return id === officer ? [{ officer, key: { channel, chat } as ChatKey, active: true }] : [];
      }),
    save: async (officer) => void officers.set(officer.id, officer),
    invite: async (officer, hash, expiresAt) =>
      void invitations.set(hash, { officer, expiresAt, used: false }),
    async redeem(hash, key, now) {
      const tries = wrong.get(nameOf(key)) ?? 0;
      const found = invitations.get(hash);
      const officer = officers.get(found?.officer ?? "");
      if (tries >= 5) {
        return "too_many_tries";
      }
      if (found === undefined || found.used || officer === undefined) {
        wrong.set(nameOf(key), tries + 1);
        return "unknown";
      }
      if (found.expiresAt <= now) {
        return "expired";
      }
      found.used = true;
      links.set(nameOf(key), officer.id);
      return officer;
    },
    unlink: async (key) => void links.delete(nameOf(key)),
    audit: async (_at, actor, action, subject) => void audit.push(`${actor} ${action} ${subject}`),
  };
  const tasks: TaskStore = {
    reviews: async () => reviews,
    review: async (review) => void reviews.push(review),
    progress: async () => progress.filter((one) => !takenBack.has(one.number)),
    report: async (one) => progress.push({ ...one, number: progress.length + 1 }),
    async attach(number, evidence) {
      const at = progress.findIndex((one) => one.number === number);
      const one = progress[at];
      if (one !== undefined) {
        progress[at] = { ...one, evidence: `${one.evidence ?? ""} ${evidence}`.trim() };
      }
    },
    async takeBack(number) {
      const first = !takenBack.has(number);
      takenBack.add(number);
      return first;
    },
  };
  const log: QuestionLog = {
    record: async (entry) => questions.push(entry),
    async rate(id, chat, good, reason) {
      const asked = questions[id - 1];
      const own = asked !== undefined && nameOf(asked.chat) === nameOf(chat);
      return own && ratings.set(id, { good, reason }) !== undefined;
    },
    forgetBefore: async () => 0,
  };
  return {
    chats: chatStore,
    people,
    tasks,
    questions: log,
    kept: { chats, questions, ratings, audit, progress },
    /** Makes an officer and binds a chat to them, as a redeemed code would. */
    appoint(officer: Officer, key: ChatKey) {
      officers.set(officer.id, officer);
      links.set(nameOf(key), officer.id);
    },
    async invite(officer: Officer, code: string, expiresAt: number) {
      officers.set(officer.id, officer);
      await people.invite(officer.id, codeHash(code), expiresAt);
    },
  };
}
