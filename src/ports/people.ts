import type { ChatKey } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { FigureEntry } from "../domain/figure.ts";
import type { ChatLink, Officer, TaskProgress, TaskReview } from "../domain/people.ts";

export interface PeopleStore {
  officerOf(key: ChatKey): Officer | null;
  officers(): readonly Officer[];
  links(officer: string): readonly ChatLink[];
  save(officer: Officer): void;
  /** A one-time code, kept only as a hash; valid until `expiresAt`. */
  invite(officer: string, codeHash: string, expiresAt: number): void;
  /** Binds the chat when the code is valid and unused; counts wrong tries per chat. */
  redeem(codeHash: string, key: ChatKey, now: number): Officer | "unknown" | "expired" | "too_many_tries";
  unlink(key: ChatKey): void;
  audit(at: number, actor: string, action: string, subject: string): void;
}

export interface TaskStore {
  reviews(): readonly TaskReview[];
  review(review: TaskReview): void;
  /** The newest word of each officer on each task, oldest first. */
  progress(): readonly TaskProgress[];
  report(progress: TaskProgress): void;
}

/** Figures that units and hamlets sent; every one is kept, the latest of a place and period counts. */
export interface FigureStore {
  enter(entry: FigureEntry): void;
  entries(locality: LocalitySlug, period: string): readonly FigureEntry[];
  /** Everyone of this locality who ever sent one, in the order of first sending. */
  places(locality: LocalitySlug): readonly string[];
}
