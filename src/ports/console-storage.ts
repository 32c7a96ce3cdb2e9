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
  account(login: string): Promise<AdminAccount | null>;
  accountOf(officer: string): Promise<AdminAccount | null>;
  saveAccount(account: AdminAccount): Promise<void>;
  /** Ends every session that was opened with the old one. */
  setPassword(login: string, password: string): Promise<void>;
  /** True when this step of the one-time codes is later than any used before. */
  useTotpStep(login: string, step: number): Promise<boolean>;
  /**
   * Counts one more try, before it is checked; false, and nothing is counted, when there were `most` since that instant.
   * Tries of one moment cannot pass together.
   */
  takeTry(
    who: string,
    at: number,
    limit: { readonly since: number; readonly most: number },
  ): Promise<boolean>;
  forgetTries(who: string): Promise<void>;
  addLink(hash: string, officer: string, expiresAt: number): Promise<void>;
  /** The officer of a link that is valid, which is used up by this; null otherwise. */
  useLink(hash: string, now: number): Promise<string | null>;
  /** Also removes sessions, links and tries that ended before `sweepBefore`, and the session this one takes the place of. */
  openSession(
    session: AdminSession,
    instead: { readonly of: string | null; readonly sweepBefore: number },
  ): Promise<void>;
  session(hash: string): Promise<AdminSession | null>;
  touch(hash: string, at: number): Promise<void>;
  /** The person has shown again who they are. */
  prove(hash: string, at: number): Promise<void>;
  closeSession(hash: string): Promise<void>;
  closeSessionsOf(officer: string): Promise<void>;
  /** Newest first. */
  audit(limit: number, skip: number): Promise<readonly AuditRow[]>;
}

export interface CuratedStore {
  all(): Promise<readonly CuratedAnswer[]>;
  /** Returns the id. */
  save(answer: Omit<CuratedAnswer, "id">, id: number | null): Promise<number>;
  remove(id: number): Promise<void>;
}

/** A question as it is handed over. */
export type HandedQuestion = Pick<HandOver, "code" | "at" | "chat" | "locality" | "question"> &
  Partial<Pick<HandOver, "about" | "origin">>;

export interface HandoverStore {
  /**
   * Hands a question over, or finds it handed over already since `since` and still open: a resident's by its chat and
   * words as long as nobody has answered, the office's by the question of the log. Null when the code is taken.
   */
  open(handed: HandedQuestion, since: number): Promise<HandOver | null>;
  find(code: string): Promise<HandOver | null>;
  /** Newest first. */
  since(at: number): Promise<readonly HandOver[]>;
  /** Who is to answer; false when it is answered or closed. */
  assign(
    code: string,
    assigned: { readonly assignee: string | null; readonly by: string; readonly at: number },
  ): Promise<boolean>;
  /**
   * Before the first byte of a reply leaves. False when somebody else has replied or the resident has taken it back. From
   * here until `end`, also over a crash, nobody knows whether it arrived.
   */
  begin(
    code: string,
    begun: { readonly reply: string; readonly by: string; readonly at: number },
  ): Promise<boolean>;
  /** After `begin`: what became of the reply. */
  end(
    code: string,
    ended: {
      readonly reply: string | null;
      readonly by: string;
      readonly at: number;
      readonly outcome: HandOver["outcome"];
    },
  ): Promise<void>;
  /** Closed without an answer; false when a reply has begun to leave or has left. */
  close(code: string, closed: { readonly by: string; readonly at: number }): Promise<boolean>;
  forgetBefore(at: number): Promise<number>;
}

export interface Switches {
  /** What is off now. */
  all(): Promise<readonly Switch[]>;
  off(turned: Switch): Promise<void>;
  on(name: string): Promise<void>;
}

export interface Uploads {
  add(upload: Upload): Promise<void>;
  find(id: string): Promise<Upload | null>;
  waiting(): Promise<readonly Upload[]>;
  /** False when it had ended before. */
  end(id: string, state: "published" | "discarded"): Promise<boolean>;
}

export interface AskedQuestions {
  /** Newest first. */
  since(at: number): Promise<readonly AskedQuestion[]>;
  find(id: number): Promise<AskedQuestion | null>;
  /** Where a reply would go; null when the question or its chat is forgotten. */
  chatOf(id: number): Promise<ChatKey | null>;
  /** What went on in the question's chat from `spanMs` before it to as long after; null when there is no such question. */
  exchange(id: number, spanMs: number): Promise<Exchange | null>;
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
