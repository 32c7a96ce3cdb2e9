// A message that asks two things ("kinh phí lấy từ đâu, bao nhiêu tiền"): where one ends and the other begins.
import { oneLine } from "../../vietnamese/text/normalise.ts";
import { maskLookalikes } from "./intent.ts";

/** What makes a clause a question of its own. */
const ASKS =
  /(?<!\p{L})(?:ai|gì|nào|mấy|bao nhiêu|bao giờ|đâu|thế nào|ra sao|làm sao|vì sao|tại sao|bao lâu|mô)(?!\p{L})|(?<!\p{L})không\s*$/iu;

/** Where two questions may be joined. */
const JOINTS =
  /\s*(?:[?;]+|,|\.(?=\s)|(?<!\p{L})(?:và(?: cả)?|với lại|rồi thì|còn|đồng thời)(?!\p{L}))\s*/giu;

const LONGEST = 300;
/** More questions than this are a story. */
const MOST = 3;

const asksOnItsOwn = (text: string): boolean => ASKS.test(maskLookalikes(text));

/** The clauses of a message that each ask something; one alone when it asks one thing. */
export function clausesOf(text: string): readonly string[] {
  if (text.length > LONGEST || /[“"]/u.test(text)) {
    return [text];
  }
  const clauses: string[] = [];
  let from = 0;
  let pending = "";
  const ends = [...text.matchAll(JOINTS), null];
  for (const joint of ends) {
    const piece = text.slice(from, joint?.index ?? text.length);
    const whole = oneLine(`${pending}${pending === "" ? "" : ", "}${piece}`);
    from = joint === null ? text.length : joint.index + joint[0].length;
    if (asksOnItsOwn(whole) && (joint === null || asksOnItsOwn(text.slice(from)))) {
      clauses.push(whole);
      pending = "";
    } else {
      pending = whole;
    }
  }
  if (pending !== "" && clauses.length > 0) {
    clauses[clauses.length - 1] = `${clauses.at(-1)}, ${pending}`;
  }
  return clauses.length >= 2 && clauses.length <= MOST ? clauses : [text];
}
