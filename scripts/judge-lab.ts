import { readFileSync } from "node:fs";
import { openEditionIndex } from "../src/answering/index/edition-index.ts";
import { contributions, fit, logOdds, probabilityOf } from "../src/answering/judge/logistic.ts";
import { partLine } from "../src/answering/compose/guide-parts.ts";
import { loadEdition } from "./command-line.ts";
import { fromAsked, fromGold, type Labelled } from "./judge/examples.ts";

const { live, storage } = await loadEdition({ knowledge: "knowledge", data: "/tmp/judgedata" });
const base = openEditionIndex(live, null);
const lines = (f: string) => readFileSync(f, "utf8").trim().split("\n").map((l) => JSON.parse(l));
const sets: Labelled[] = [];
const t0 = performance.now();
for (const s of ["guides", "guides-second", "guides-third"]) for (const g of lines(`test/golden/${s}.jsonl`)) sets.push(fromGold(base, s, g));
for (const g of lines(`test/golden/unanswerable.jsonl`)) sets.push(fromGold(base, "unanswerable", g));
for (const g of lines(`test/golden/questions.jsonl`).filter((_, i) => i % 4 === 1)) sets.push(fromGold(base, "questions", g));
for (const [i, g] of lines(`test/golden/off-topic.jsonl`).entries()) if (g.off) sets.push(fromGold(base, "off", { id: `o${i}`, question: g.text, locality: null, expect: { status: ["out_of_scope"] } }));
for (const guide of base.guides) {
  guide.asks.forEach((a, i) => { if (i % 3 === 0) sets.push(fromAsked(base, "asks", guide.id, { part: "whole", index: 0 }, a)); });
  for (const p of guide.asked ?? []) for (const s of p.said) sets.push(fromAsked(base, "asked", guide.id, p, s));
}
console.error(`${sets.length} questions, ${((performance.now() - t0) / sets.length).toFixed(2)} ms each`);
const examples = (from: Labelled[]) => from.flatMap((q) => q.candidates.flatMap((c) => { const r = q.right(c); return r === null ? [] : [{ features: c.features, answers: r, weight: r ? 1 : 1 }]; }));
function report(name: string, test: Labelled[], w: ReturnType<typeof fit>) {
  let top = 0, top2 = 0, guide = 0, n = 0, brier = 0; const ps: [number, boolean][] = [];
  for (const q of test) {
    const scored = q.candidates.map((c) => ({ c, p: probabilityOf(logOdds(w, c.features)) })).sort((a, b) => b.p - a.p);
    const best = scored[0]; if (!best) continue;
    const ok = q.right(best.c) === true || (q.right(best.c) === null && q.answerable);
    ps.push([best.p, ok]);
    if (!q.answerable) continue; n++;
    if (ok) top++;
    if (scored.slice(0, 2).some((s) => q.right(s.c) !== false)) top2++;
    if (q.right(best.c) !== false || q.candidates.some((c) => c.guide === best.c.guide && q.right(c) !== false)) guide++;
  }
  const un = test.filter((q) => !q.answerable);
  const curve = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((t) => { const a = ps.filter(([p]) => p >= t); return `${t}: ${a.length}/${ps.length} given, ${(100 * a.filter(([, ok]) => ok).length / Math.max(1, a.length)).toFixed(0)}% right`; });
  console.log(`${name}: answerable ${n}, top1 ${top} (${(100 * top / Math.max(1, n)).toFixed(1)}%), top2 ${top2}, guide ${guide}; unanswerable ${un.length}\n   ${curve.join(" | ")}`);
}
const penalty = Number(process.env.L2 ?? 3);
for (const left of ["guides", "guides-second", "guides-third"]) {
  const w = fit(examples(sets.filter((q) => q.set !== left)), penalty);
  report(`left out ${left}`, sets.filter((q) => q.set === left), w);
}
const w = fit(examples(sets), penalty);
const residents = lines("/work/shared/eval/residents.jsonl").map((g) => fromGold(base, "residents", g));
const single = residents.filter((_, i) => true);
report("residents", single, w);
console.log(Object.entries(w.of).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, 50).map(([k, v]) => `${k}=${v.toFixed(2)}`).join(" "), "bias", w.bias.toFixed(2));
if (process.env.SHOW) for (const q of single) {
  const scored = q.candidates.map((c) => ({ c, p: probabilityOf(logOdds(w, c.features)) })).sort((a, b) => b.p - a.p);
  const rank = scored.findIndex((s) => q.right(s.c) === true);
  console.log(`\n${q.id} rank ${rank} ${q.answerable ? "" : "UNANSWERABLE"} ${q.question}`);
  for (const s of scored.slice(0, 3)) console.log(`   ${s.p.toFixed(2)} ${s.c.guide.id} ${s.c.part}${s.c.index} ${partLine(s.c.guide, s.c).slice(0, 90)} | ${contributions(w, s.c.features, 5).map((x) => `${x.name} ${x.moved.toFixed(1)}`).join(", ")}`);
  if (rank > 0) { const s = scored[rank]!; console.log(`   RIGHT ${s.p.toFixed(2)} ${s.c.guide.id} ${s.c.part}${s.c.index} ${partLine(s.c.guide, s.c).slice(0, 90)} | ${contributions(w, s.c.features, 5).map((x) => `${x.name} ${x.moved.toFixed(1)}`).join(", ")}`); }
}
storage.close();
