import type { LocalitySlug } from "../../domain/document.ts";
import type { Unit } from "../../domain/task.ts";
import { plain } from "./places.ts";

const GENERIC_TAIL = / (xa|phuong|tinh|huyen|tren dia ban|tren dia ban xa|tren dia ban phuong)$/u;

/** Names are asked of every unit at every question; units do not change while an edition serves. */
const known = new WeakMap<Unit, readonly string[]>();

function namesOf(unit: Unit): readonly string[] {
  const names = known.get(unit) ?? foldedNames(unit);
  known.set(unit, names);
  return names;
}

function foldedNames(unit: Unit): string[] {
  const whole = [unit.name, ...unit.otherNames];
  const names = [...whole, ...whole.flatMap((name) => name.split(/\s*[/;]\s*/u))].map((name) =>
    plain(name).replace(/^(cac|de nghi) /u, ""),
  );
  return [...new Set(names.flatMap((name) => [name, name.replace(GENERIC_TAIL, "")]))].filter(
    (name) => name.length > 3,
  );
}

/**
 * The unit a folded question names, looked for in its locality first. A longer name beats a name inside it
 * ("Đảng ủy Công an tỉnh" over "Công an tỉnh").
 */
export function findUnit(folded: string, units: readonly Unit[], locality: LocalitySlug | null): Unit | null {
  const line = ` ${plain(folded)} `;
  let best: { unit: Unit; size: number } | null = null;
  for (const unit of units) {
    if (locality !== null && unit.locality !== null && unit.locality !== locality) {
      continue;
    }
    for (const name of namesOf(unit)) {
      if (line.includes(` ${name} `) && (best === null || name.length > best.size)) {
        best = { unit, size: name.length };
      }
    }
  }
  return best?.unit ?? null;
}

/** A subject (its "và" taken out with the asking) without the body it names: "Đoàn thanh niên chủ trì Chợ số phải không". */
export function withoutUnit(subject: string, unit: Unit): string {
  const words = subject.split(" ");
  const names = [unit.name, ...unit.otherNames].map((name) =>
    plain(name)
      .split(" ")
      .filter((word) => word !== "va"),
  );
  for (const name of names.sort((a, b) => b.length - a.length)) {
    for (let size = name.length; size >= 2; size--) {
      const at = words.findIndex(
        (_, i) => plain(words.slice(i, i + size).join(" ")) === name.slice(0, size).join(" "),
      );
      if (at >= 0) {
        return words.toSpliced(at, size).join(" ");
      }
    }
  }
  return subject;
}
