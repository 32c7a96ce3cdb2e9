// Who works along: "phối hợp với Công an xã, các trường học tổ chức …".
import type { UnitReader } from "./units.ts";

const WITH = /phối hợp(?:\s+(?:chặt chẽ|cùng|tốt))?(?:\s+(?:với|cùng))?\s+/giu;
/** "cơ chế phối hợp giữa …", "sự phối hợp": about working together, not an order to. */
const ABOUT = /(?:cơ chế|sự|quy chế|công tác|tinh thần)\s+$/iu;

/** Bodies named behind "phối hợp với", in order, each once. */
export function coordinatorsIn(text: string, units: UnitReader): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(WITH)) {
    const behind = text.slice(match.index + match[0].length);
    const named = ABOUT.test(text.slice(0, match.index)) ? null : units.at(behind);
    for (const unit of named?.units ?? []) {
      if (!found.includes(unit)) {
        found.push(unit);
      }
    }
  }
  return found;
}
