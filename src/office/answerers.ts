import { manages, seesPlace } from "../domain/access.ts";
import type { HandOver } from "../domain/console.ts";
import { type ChannelName, type ChatKey, REACHABLE } from "../domain/conversation.ts";
import type { LocalitySlug } from "../domain/document.ts";
import type { Officer } from "../domain/people.ts";
import type { Channel } from "../ports/channels.ts";
import type { Answerer } from "../ports/console.ts";
import type { Storage } from "../ports/storage.ts";
import type { Knowledge } from "./knowledge-control.ts";

/** People told of one question; leaders and admins come first. */
const MOST_TOLD = 10;
const RANKS = ["admin", "leader", "head", "officer"] as const;

interface AnswererDeps {
  readonly storage: Pick<Storage, "people">;
  readonly knowledge: Knowledge;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  /** Whose business a question is that names no place. */
  readonly defaultLocality: LocalitySlug | null;
}

/** Who is told of residents' questions, who may answer them, and to whom they can be given. */
export function openAnswerers(parts: AnswererDeps) {
  const { storage, knowledge, channels } = parts;
  const sees = (officer: Officer, locality: LocalitySlug | null) =>
    seesPlace(officer, locality, knowledge.current()?.live.edition ?? null);
  const oversees = (officer: Officer, locality: LocalitySlug | null) =>
    manages(officer) && sees(officer, locality);

  async function isBound(officer: Officer): Promise<boolean> {
    const links = await storage.people.links(officer.id);
    return links.some(
      ({ active, key }) => active && REACHABLE.includes(key.channel) && channels.has(key.channel),
    );
  }

  /** The bound people of the place; of nobody's place, or where none is bound, the leaders and admins above it. */
  async function audience(locality: LocalitySlug | null, from: ChatKey): Promise<readonly Officer[]> {
    const place = locality ?? parts.defaultLocality;
    const asker = (await storage.people.officerOf(from))?.id;
    const bound: Officer[] = [];
    for (const officer of await storage.people.officers()) {
      if (officer.active && officer.id !== asker && (await isBound(officer))) {
        bound.push(officer);
      }
    }
    const here = bound.filter((officer) => place !== null && officer.locality === place);
    const above = bound.filter((officer) => oversees(officer, place));
    return [...(here.length > 0 ? here : above)]
      .sort((a, b) => RANKS.indexOf(a.role) - RANKS.indexOf(b.role))
      .slice(0, MOST_TOLD);
  }

  /** An assigned question is its officer's, and stays open to those who manage the place. */
  function mayAnswer(officer: Officer, handed: HandOver): boolean {
    if (oversees(officer, handed.locality)) {
      return true;
    }
    const place = handed.locality ?? parts.defaultLocality;
    const unassigned = handed.assignee === null && place !== null && sees(officer, place);
    return officer.active && (handed.assignee === officer.id || unassigned);
  }

  /** Who is not bound to a chat only sees a question in the console, so it must be somebody who may enter it. */
  async function candidates(locality: LocalitySlug | null): Promise<readonly Answerer[]> {
    const found: Answerer[] = [];
    for (const officer of await storage.people.officers()) {
      const bound = officer.active && sees(officer, locality) && (await isBound(officer));
      if (bound || (officer.active && sees(officer, locality) && manages(officer))) {
        found.push({ officer, bound });
      }
    }
    return found;
  }

  return { audience, mayAnswer, candidates, oversees };
}
