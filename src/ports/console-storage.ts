import type {
  AdminAccount,
  AdminSession,
  AskedQuestion,
  AuditRow,
  CuratedAnswer,
  Exchange,
  HandOver,
  Switch,
  Upload,
} from "../domain/console.ts";
import type { ChatKey } from "../domain/conversation.ts";

/** Who may sign in to the console, and their sessions. */
export interface AccountStore {
  account(login: string): AdminAccount | null;
  accountOf(officer: string): AdminAccount | null;
  saveAccount(account: AdminAccount): void;
  setPassword(login: string, password: string): void;
  /** True when this step of the one-time codes is later than any used before. */
  useTotpStep(login: string, step: number): boolean;
  wrongTries(who: string, since: number): number;
  noteWrongTry(who: string, at: number): void;
  forgetTries(who: string): void;
  addLink(hash: string, officer: string, expiresAt: number): void;
  /** The officer of a link that is valid, which is used up by this; null otherwise. */
  useLink(hash: string, now: number): string | null;
  openSession(session: AdminSession): void;
  session(hash: string): AdminSession | null;
  touch(hash: string, at: number): void;
  /** The person has shown again who they are. */
  prove(hash: string, at: number): void;
  closeSession(hash: string): void;
  closeSessionsOf(officer: string): void;
  /** Newest first. */
  audit(limit: number, skip: number): readonly AuditRow[];
  /** Removes what ended before this instant. */
  sweep(before: number): void;
}

export interface CuratedStore {
  all(): readonly CuratedAnswer[];
  /** Returns the id. */
  save(answer: Omit<CuratedAnswer, "id">, id: number | null): number;
  remove(id: number): void;
}

export interface HandoverStore {
  /** False when the code is taken. */
  add(
    handed: Pick<HandOver, "code" | "at" | "chat" | "locality" | "question"> &
      Partial<Pick<HandOver, "about" | "origin">>,
  ): boolean;
  find(code: string): HandOver | null;
  /** Newest first. */
  since(at: number): readonly HandOver[];
  /** Who is to answer; false when it is answered or closed. */
  assign(
    code: string,
    assigned: { readonly assignee: string | null; readonly by: string; readonly at: number },
  ): boolean;
  /**
   * Before the first byte of a reply leaves. False when somebody else has replied or the resident has taken it back. From
   * here until `end`, also over a crash, nobody knows whether it arrived.
   */
  begin(code: string, begun: { readonly reply: string; readonly by: string; readonly at: number }): boolean;
  end(
    code: string,
    ended: {
      readonly reply: string | null;
      readonly by: string;
      readonly at: number;
      readonly outcome: HandOver["outcome"];
    },
  ): void;
  forgetBefore(at: number): number;
}

export interface Switches {
  /** What is off now. */
  all(): readonly Switch[];
  off(turned: Switch): void;
  on(name: string): void;
}

export interface Uploads {
  add(upload: Upload): void;
  find(id: string): Upload | null;
  waiting(): readonly Upload[];
  end(id: string, state: "published" | "discarded"): void;
}

export interface AskedQuestions {
  /** Newest first. */
  since(at: number): readonly AskedQuestion[];
  find(id: number): AskedQuestion | null;
  /** Where a reply would go; null when the question or its chat is forgotten. */
  chatOf(id: number): ChatKey | null;
  /** What went on in the question's chat from `spanMs` before it to as long after; null when there is no such question. */
  exchange(id: number, spanMs: number): Exchange | null;
}

/** What the console keeps and reads besides the rest. */
export interface ConsoleStore {
  readonly admins: AccountStore;
  readonly curated: CuratedStore;
  readonly handOvers: HandoverStore;
  readonly switches: Switches;
  readonly uploads: Uploads;
  readonly asked: AskedQuestions;
}
