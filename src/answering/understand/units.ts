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

/** Bodies by what people call them, and by what papers do. */
const KIN: readonly (readonly [said: RegExp, named: RegExp])[] = [
  [/\b(truong hoc|nha truong|cac truong|truong con( \S+)?)\b/u, /\b(truong hoc|cac truong|co so giao duc)\b/u],
  [/\bcong an\b/u, /\bcong an\b/u],
  [/\b(doan thanh nien|ben doan|doan xa|doan phuong|thanh nien)\b/u, /\bdoan thanh nien\b/u],
  [/\bmat tran\b/u, /\bmat tran\b/u],
  [/\bvan hoa\b/u, /\bphong van hoa\b/u],
  [/\b(kinh te|tai chinh)\b/u, /\bphong kinh te\b/u],
  [/\bvan phong\b/u, /\bvan phong\b/u],
  [/\b(thon|xom|ap|khu dan cu|to dan pho|khu pho)\b/u, /\b(thon|khu dan cu|to dan pho)\b/u],
  [/\b(tram y te|tram xa)\b/u, /\btram y te\b/u],
  [/\b(su nghiep cong|trung tam (dich vu|cung ung))\b/u, /\bsu nghiep cong\b/u],
  [/\b(hoi )?phu nu\b/u, /\bphu nu\b/u],
];

/** Asks what a body must do. */
const ITS_TASKS =
  /\b(duoc giao|giao (cho )?(nhung |cai )?(gi|viec|may|nhiem vu)|phai lam|can lam|lam (nhung )?gi|co (nhung |may |bao nhieu )(viec|nhiem vu)|nhiem vu (cua|gi|nao)|trach nhiem)\b/u;

/** A body called by its kind ("trường học trong xã được giao mấy việc"), as the papers of the locality name it. */
export function findKin(folded: string, units: readonly Unit[], locality: LocalitySlug | null): Unit | null {
  if (locality === null || !ITS_TASKS.test(folded)) {
    return null;
  }
  const named = KIN.find(([said]) => said.test(folded))?.[1];
  const own = units.filter((unit) => unit.locality === locality);
  return named === undefined ? null : (own.find((unit) => named.test(plain(unit.name))) ?? null);
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
