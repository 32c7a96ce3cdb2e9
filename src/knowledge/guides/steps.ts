// How long a step is and how many things it asks for.

import { withoutButtons } from "./prose.ts";

export const MAX_STEP_WORDS = 20;

/** Words as people count them: pieces between blanks that hold a letter or digit. */
export function stepLength(step: string): number {
  return step.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length;
}

/**
 * The actions a step asks for, each by its verb. What stands before a colon is the case ("Mất máy cũ: …") or the action
 * that the rest spells out ("Báo công an: gọi 113"), so only the rest counts then. "Không …" asks for nothing.
 */
export function actionsIn(step: string, actions: readonly string[]): readonly string[] {
  const said = withoutButtons(step)
    .replace(/\([^)]*\)/gu, " ")
    .toLowerCase();
  const [head = "", ...rest] = said.split(":");
  const spelled = verbs(rest.join(":"), actions);
  return spelled.length > 0 ? spelled : verbs(head, actions);
}

function verbs(text: string, actions: readonly string[]): string[] {
  return text
    .split(/[,;.]|\s(?:rồi|và|sau đó|tiếp theo|xong)(?=\s)/u)
    .map((clause) => clause.trim().replace(/^(?:hãy|thì|phải|nhớ|tự|cứ)\s+/u, ""))
    .flatMap((clause) => {
      const verb = actions.find((action) => clause === action || clause.startsWith(`${action} `));
      return verb === undefined ? [] : [verb];
    });
}
