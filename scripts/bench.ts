import "../src/app/node-version.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAnswering } from "../src/answering/answer.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { loadEdition, parseCommandLine, run } from "./command-line.ts";

// npm run bench: how long the knowledge takes to load and a question to be answered, on this machine, in this run.

const QUESTIONS = [
  "Năm 2026 chỉ tiêu người dân xác nhận phổ cập kỹ năng số trên VNeID là bao nhiêu?",
  "quen mat khau vneid lay lai the nao",
  "Phòng Văn hóa - Xã hội có những nhiệm vụ gì?",
  "ai chu tri mo hinh cho so",
  "Kinh phí thực hiện lấy từ đâu?",
  "ng cao tuoi dc hoc j",
  "Mục đích của phong trào là gì?",
  "Việc nào phải xong trước 30/10/2025?",
  "Tối nay ăn gì ngon?",
  "vừa chuyển tiền cho người lạ",
] as const;
/** What could make a careless pattern run away: 100 KB of one thing. */
const HOSTILE = ["0 ", "a", "mật khẩu là ", "chuyển ", "k"].map((piece) =>
  piece.repeat(100_000 / piece.length),
);
const ROUNDS = 30;

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  return { value: await work(), ms: performance.now() - start };
}

await run(async () => {
  const { knowledge } = parseCommandLine({});
  const data = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const first = await timed(() => loadEdition({ knowledge, data }));
    await first.value.storage.close();
    const again = await timed(() => loadEdition({ knowledge, data }));
    const { live, embedder, storage } = again.value;
    const opened = await timed(async () => openAnswering(live, embedder));
    const { answer, base } = opened.value;
    const today = dayAt(Date.now());
    const localities = [null, ...live.edition.localities.map((l) => l.slug)];
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const text of QUESTIONS) {
        const locality = localities[(round + text.length) % localities.length] ?? null;
        const { ms } = await timed(() => answer({ text, locality, today }, null));
        times.push(ms);
      }
    }
    const warm = times.slice(QUESTIONS.length * 2).sort((a, b) => a - b);
    console.log(`documents ${base.documents.size}, passages ${base.passages.length}`);
    console.log(
      `load from nothing ${seconds(first.ms)}, unchanged ${seconds(again.ms)}, made ready in ${seconds(opened.ms)}`,
    );
    console.log(
      `answer p50 ${quantile(warm, 0.5).toFixed(1)} ms, p95 ${quantile(warm, 0.95).toFixed(1)} ms over ${warm.length} questions`,
    );
    const hostile: number[] = [];
    for (const text of HOSTILE) {
      hostile.push((await timed(() => answer({ text, locality: null, today }, null))).ms);
    }
    console.log(`hostile 100 KB, the slowest of ${HOSTILE.length}: ${seconds(Math.max(...hostile))}`);
    console.log(`resident memory ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB`);
    await storage.close();
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
