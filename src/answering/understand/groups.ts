import type { TargetGroup } from "./understanding.ts";

const GROUPS: readonly (readonly [TargetGroup, RegExp])[] = [
  ["party_members", /\bdang vien\b/u],
  ["officials", /\b(can bo|cong chuc|vien chuc|cbcc|cbccvc|khu vuc cong|co quan nha nuoc)\b/u],
  [
    "students",
    /\b(hoc sinh|hoc tro|sinh vien|hs|sap nho|hssv|tieu hoc|trung hoc|con em|tre em di hoc|cap (?:1|2|3|mot|hai|ba)(?= )|con (?:toi|em|tui|minh) (?:dang )?(?:di )?hoc)\b/u,
  ],
  ["disabled", /\b(nguoi khuyet tat|khuyet tat|tan tat|khiem thi|khiem thinh)\b/u],
  [
    "elderly",
    /\b(nguoi cao tuoi|cao tuoi|nguoi gia|nguoi lon tuoi|lon tuoi|cac cu|cu gia|ong ba gia|ba con gia|nguoi co tuoi)\b/u,
  ],
  ["households", /\b(ho gia dinh|ho dan|nha dan|tung ho|moi ho|gia dinh duoc|gia dinh)\b/u],
  ["neighborhoods", /\b(to dan pho|khu dan cu|thon xom|cac thon)\b/u],
  ["markets", /\b(cac cho|cho so|tieu thuong|chu sap|nguoi buon ban|ba con ban hang)\b/u],
  ["schools", /\b(truong hoc|cac truong|nha truong|cap hoc|co so giao duc)\b/u],
  [
    "workers",
    /\b(nguoi lao dong|cong nhan|lao dong( trong)?( cac)? doanh nghiep|doanh nghiep|hop tac xa|nguoi lam cong)\b/u,
  ],
  [
    "citizens",
    /\b(nguoi dan|nhan dan|dan cu|ba con|cong dan|truong thanh|nguoi lon|dan(?= (xac nhan|duoc|dat|co|trong|biet)))\b/u,
  ],
];

/**
 * Groups named in folded text. "cán bộ, công chức, viên chức và người lao động" is one group (officials): workers are
 * only meant when no official is named, or when they are said to work in businesses.
 */
export function findGroups(folded: string): readonly TargetGroup[] {
  const found = GROUPS.filter(([, pattern]) => pattern.test(folded)).map(([group]) => group);
  const inBusiness = /\b(doanh nghiep|hop tac xa|cong nhan)\b/u.test(folded);
  const kept = found.filter((g) => g !== "workers" || inBusiness || !found.includes("officials"));
  const named = kept.filter((g) => g !== "citizens");
  const citizens = /\b(nguoi dan|ba con|nhan dan|truong thanh)\b/u.test(folded);
  return named.length > 0 && !citizens ? named : kept;
}

/** Which group a target's own words are about: the first named. */
export function groupOfTarget(foldedGroup: string): TargetGroup | null {
  let best: { group: TargetGroup; at: number } | null = null;
  for (const [group, pattern] of GROUPS) {
    const at = foldedGroup.search(pattern);
    if (at >= 0 && (best === null || at < best.at)) {
      best = { group, at };
    }
  }
  return best?.group ?? null;
}
