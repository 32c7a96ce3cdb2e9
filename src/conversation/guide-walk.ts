import type { Button } from "../domain/conversation.ts";
import type { Guide } from "../domain/document.ts";
import type { Edition } from "../domain/knowledge.ts";
import type { ChatState } from "../ports/conversations.ts";
import { CHAT, WALK } from "../vietnamese/wording/residents/chat.ts";
import { bareWords } from "./input/short-words.ts";
import { say } from "./turn/state.ts";
import type { Reply } from "./turn/turn.ts";

export type Move =
  | { readonly kind: "next" | "back" | "again" | "stop" | "slow" }
  | { readonly kind: "step"; readonly step: number };

const MOVES: readonly (readonly [Exclude<Move["kind"], "step">, RegExp])[] = [
  [
    "stop",
    /^(?:dung|dung lai|dung thoi|thoi|thoi khong lam nua|thoat|ket thuc|huy|nghi|nghi da|khong lam nua|de sau|mai lam)$/u,
  ],
  [
    "slow",
    /^(?:cham|cham thoi|cham lai|cham cham|tu tu|tu tu thoi|di cham|di cham thoi|nhanh qua|noi cham|noi cham thoi)$/u,
  ],
  [
    "back",
    /^(?:lui|lui lai|quay lai|tro lai|buoc truoc|truoc do|ve truoc|lui mot buoc|quay lai buoc truoc)$/u,
  ],
  [
    "again",
    /^(?:lap lai|nhac lai|noi lai|doc lai|lai|chua hieu|khong hieu|chua ro|chua duoc|khong duoc|khong thay|chua xong|sao|gi|the nao)$/u,
  ],
  [
    "next",
    /^(?:tiep|tiep theo|tiep tuc|buoc tiep|buoc tiep theo|ke tiep|buoc ke|xong|xong roi|lam xong|lam xong roi|roi|duoc roi|duoc|ok|ok roi|u|um|vang|hieu roi|thay roi|bam roi|roi tiep|xong tiep|xong roi tiep|sang buoc|qua buoc)$/u,
  ],
];
const NUMBERED =
  /^(?:lap lai|nhac lai|noi lai|doc lai|quay lai|lui|ve|sang|qua|den|toi|xem)? ?(?:lai )?buoc (?:so |thu )?(\d{1,2})$/u;

/** What a short message asks of a walk; null for a question or other talk. */
export function moveOf(text: string): Move | null {
  const words = bareWords(text);
  const step = NUMBERED.exec(words)?.[1];
  if (step !== undefined) {
    return { kind: "step", step: Number(step) };
  }
  const found = MOVES.find(([, pattern]) => pattern.test(words));
  return found === undefined ? null : { kind: found[0] };
}

/** Words that mean a walk even when none is under way; "ok" or "không hiểu" may mean anything. */
export function isWalkWord(text: string): boolean {
  return /^(?:xong|xong roi|lam xong|lam xong roi|lui|lui lai|lap lai|buoc tiep|buoc truoc|.*buoc \d{1,2})$/u.test(
    bareWords(text),
  );
}

const STEP_BY_STEP =
  /(?:hướng dẫn|huong dan|hd|chỉ|chi)?\s*(?:từng|tung) (?:bước|buoc)(?: (?:một|mot))?(?!\p{L})/iu;

/**
 * The question without "hướng dẫn từng bước", when it asks to be led; else null. The words say how to answer, not what
 * about, and would lead the search astray.
 */
export function withoutStepWords(text: string): string | null {
  const rest = text.replace(STEP_BY_STEP, " ").replace(/\s+/gu, " ").trim();
  return STEP_BY_STEP.test(text) && rest !== "" ? rest : null;
}

export function guideOf(id: string, edition: Edition | null): Guide | null {
  return edition?.documents.find((document) => document.id === id)?.guide ?? null;
}

const BUTTONS: readonly Button[] = [
  { label: WALK.next, value: "tiếp" },
  { label: WALK.back, value: "lùi" },
  { label: WALK.again, value: "lặp lại" },
  { label: WALK.stop, value: "dừng" },
];

/** Shows one step and keeps the place. */
export function showStep(state: ChatState, guide: Guide, step: number, before?: string): Reply {
  const text = guide.steps[step - 1];
  if (text === undefined) {
    return say(state, WALK.noStep(guide.steps.length), BUTTONS);
  }
  const lines = [
    ...(before === undefined ? [] : [before]),
    WALK.step(guide.title, step, guide.steps.length, text),
    ...(state.slow ? [WALK.slow] : []),
  ];
  return say({ ...state, walk: { guide: guide.id, step }, more: null }, lines.join("\n"), BUTTONS);
}

export function startWalk(state: ChatState, guide: Guide): Reply {
  return showStep(state, guide, 1);
}

/** The next message of a walk. A guide that was withdrawn or shortened ends it kindly. */
export function walkOn(state: ChatState, move: Move, edition: Edition | null): Reply {
  const guide = state.walk === null ? null : guideOf(state.walk.guide, edition);
  if (state.walk === null || guide === null) {
    return say({ ...state, walk: null }, WALK.gone);
  }
  const step = Math.min(state.walk.step, guide.steps.length);
  switch (move.kind) {
    case "next":
      return step >= guide.steps.length
        ? say({ ...state, walk: null, slow: false }, WALK.finished(guide.title), [
            { label: CHAT.person, value: "/gapcanbo" },
          ])
        : showStep(state, guide, step + 1);
    case "back":
      return step <= 1 ? showStep(state, guide, 1, WALK.first) : showStep(state, guide, step - 1);
    case "again":
      return showStep(state, guide, step);
    case "step":
      return showStep(state, guide, move.step);
    case "slow":
      return showStep({ ...state, slow: true }, guide, step, WALK.willBeSlow);
    case "stop":
      return say(state, WALK.stopped(guide.title, step));
  }
}

/** Said under the answer to a question that came in the middle of a walk. */
export function walkReminder(state: ChatState, edition: Edition | null): string | null {
  const guide = state.walk === null ? null : guideOf(state.walk.guide, edition);
  return guide === null || state.walk === null ? null : WALK.goOn(guide.title, state.walk.step);
}

export const GO_ON: Button = { label: WALK.next, value: "tiếp" };
