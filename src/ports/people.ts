import type { ChatKey } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { FigureEntry } from "../domain/figure.ts";
import type {
  ChatLink,
  KeptProgress,
  KeptRequest,
  Officer,
  TaskProgress,
  TaskReview,
  WorkRequest,
} from "../domain/people.ts";

export interface PeopleStore {
  officerOf(key: ChatKey): Promise<Officer | null>;
  officers(): Promise<readonly Officer[]>;
  links(officer: string): Promise<readonly ChatLink[]>;
  save(officer: Officer): Promise<void>;
  /** A one-time code, kept only as a hash; valid until `expiresAt`. */
  invite(officer: string, codeHash: string, expiresAt: number): Promise<void>;
  /** Binds the chat when the code is valid and unused; counts wrong tries per chat. */
  redeem(
    codeHash: string,
    key: ChatKey,
    now: number,
  ): Promise<Officer | "unknown" | "expired" | "too_many_tries">;
  unlink(key: ChatKey): Promise<void>;
  audit(at: number, actor: string, action: string, subject: string): Promise<void>;
}

export interface TaskStore {
  reviews(): Promise<readonly TaskReview[]>;
  review(review: TaskReview): Promise<void>;
  /** Everything officers said and did not take back, oldest first. */
  progress(): Promise<readonly KeptProgress[]>;
  /** Returns the number under which the word is kept. */
  report(progress: TaskProgress): Promise<number>;
  /** Adds where evidence can be found to a word already kept. */
  attach(number: number, evidence: string): Promise<void>;
  /** False when it was taken back before. The word stays in the book, marked. */
  takeBack(number: number, at: number): Promise<boolean>;
}

/** Requests of officers, none of them ever removed. */
export interface RequestStore {
  /** Returns the number under which it is kept. */
  ask(request: WorkRequest): Promise<number>;
  all(): Promise<readonly KeptRequest[]>;
  find(number: number): Promise<KeptRequest | null>;
  /** False when somebody has decided before. */
  decide(number: number, decision: "granted" | "returned", by: string, at: number): Promise<boolean>;
}

/** Figures that units and hamlets sent; every one is kept, the latest of a place and period counts. */
export interface FigureStore {
  enter(entry: FigureEntry): Promise<void>;
  /** What this place, written so, sent for a target in a period no longer counts; it stays in the book, marked. */
  takeBack(sent: Pick<FigureEntry, "locality" | "target" | "period" | "place">, at: number): Promise<void>;
  entries(locality: LocalitySlug, period: string): Promise<readonly FigureEntry[]>;
  /** Everyone of this locality who ever sent one that counts, in the order of first sending. */
  places(locality: LocalitySlug): Promise<readonly string[]>;
}
