import { createHash } from "node:crypto";
import { InlineKeyboard } from "grammy";
import type { Button } from "../../domain/conversation.ts";
import type { MeaningOf } from "./updates.ts";

/** Bytes Telegram allows in callback_data. */
const MAX_DATA_BYTES = 64;
const MAX_KEPT = 10_000;
const MARK = "~";
/** Labels up to this long stand two in a row on a phone. */
const SHORT_LABEL = 16;

/** Values too long for callback_data travel as a short id; the newest 10,000 are remembered. */
export function openButtons(): {
  keyboard(buttons: readonly Button[]): InlineKeyboard;
  meaningOf: MeaningOf;
} {
  const kept = new Map<string, string>();

  function dataOf(value: string): string {
    if (Buffer.byteLength(value, "utf8") <= MAX_DATA_BYTES && value !== "" && !value.startsWith(MARK)) {
      return value;
    }
    const id = MARK + createHash("sha256").update(value, "utf8").digest("base64url").slice(0, 22);
    kept.delete(id);
    kept.set(id, value);
    const oldest = kept.keys().next().value;
    if (kept.size > MAX_KEPT && oldest !== undefined) {
      kept.delete(oldest);
    }
    return id;
  }

  return {
    keyboard(buttons) {
      const keyboard = new InlineKeyboard();
      const perRow = buttons.every((button) => button.label.length <= SHORT_LABEL) ? 2 : 1;
      for (const [index, button] of buttons.entries()) {
        if (index > 0 && index % perRow === 0 && button.beside !== true) {
          keyboard.row();
        }
        keyboard.text(button.label, dataOf(button.value));
      }
      return keyboard;
    },
    meaningOf: (data) => (data.startsWith(MARK) ? (kept.get(data) ?? null) : data),
  };
}
