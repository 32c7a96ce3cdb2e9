import type { Topic } from "../../domain/conversation.ts";
import type { Edition } from "../../domain/knowledge.ts";
import { nfc } from "../../vietnamese/text/normalise.ts";
import type { Turn } from "../turn/turn.ts";
import { doubts } from "./talk-words.ts";

/** Longer messages say all themselves; what they answer is not needed to understand them. */
const LEANING_WORDS = 8;

export interface InContext {
  readonly text: string;
  readonly topic: Topic | null;
}

/**
 * A message as it is meant beside what it answers: an answer of ours gives its guide back as what is talked of; words of the
 * person's own are judged with it ("cái này có thật không") or give their matter ("còn chi phí?"). Nothing of them is kept.
 */
export async function inContext(
  turn: Turn,
  text: string,
  topic: Topic | null,
  edition: Edition,
): Promise<InContext> {
  const { quoted } = turn.message;
  if (quoted === undefined || quoted.text.trim() === "") {
    return { text, topic };
  }
  if (quoted.ours) {
    return { text, topic: guideTopic(quoted.text, edition) ?? topic };
  }
  if (doubts(text)) {
    return { text: `${quoted.text}\n${text}`, topic };
  }
  if (text.split(/\s+/u).length > LEANING_WORDS) {
    return { text, topic };
  }
  const asked = { text: quoted.text, locality: turn.state.locality, today: turn.today };
  const before = await turn.deps.ask(asked, null);
  return { text, topic: before.topic ?? topic };
}

/** The guide that an answer of ours names: “Cài VNeID”. */
function guideTopic(said: string, edition: Edition): Topic | null {
  const text = nfc(said);
  const guide = edition.documents.find((one) => one.guide !== null && text.includes(one.guide.title))?.guide;
  return guide == null
    ? null
    : {
        locality: null,
        intent: "how_to",
        words: guide.title,
        year: null,
        group: null,
        unit: null,
        doc: guide.id,
        section: null,
      };
}
