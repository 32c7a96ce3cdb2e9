import "../src/app/node-version.ts";
import { openAnswering } from "../src/answering/answer.ts";
import { dayAt } from "../src/vietnamese/text/dates.ts";
import { answerBatch, readQuestions } from "./batch.ts";
import { CommandError, loadEdition, parseCommandLine, refuseUnknownLocality, run } from "./command-line.ts";

// npm run ask -- "câu hỏi" [--locality SLUG] [--explain]      an answer for people
// npm run --silent ask -- --batch FILE.jsonl                  one JSON line an answer, in order; nothing else on stdout

await run(async () => {
  const { values, positionals, ...folders } = parseCommandLine({
    locality: { type: "string" },
    batch: { type: "string" },
    explain: { type: "boolean", default: false },
  });
  const question = positionals.join(" ").trim();
  if (values.batch === undefined && question === "") {
    throw new CommandError(
      'Give a question: npm run ask -- "Năm 2026 chỉ tiêu người dân là bao nhiêu?" --locality thanh-thuy',
    );
  }
  const batch = values.batch === undefined ? [] : await readQuestions(values.batch);
  const { storage, live, embedder } = await loadEdition(folders);
  try {
    refuseUnknownLocality(values.locality, live.edition);
    const { answer } = openAnswering(live, embedder);
    const today = dayAt(Date.now());
    if (values.batch !== undefined) {
      await answerBatch(batch, answer, today, (line) => process.stdout.write(`${JSON.stringify(line)}\n`));
      return;
    }
    const asked = { id: "1", question, locality: values.locality ?? null };
    await answerBatch([asked], answer, today, (line, { answer: made, explain }) => {
      console.log(line.text);
      if (made.status === "clarify") {
        console.log(made.choices.map((c, i) => `${i + 1}. ${c.label}`).join("\n"));
      }
      if (values.explain) {
        console.log(
          [
            "",
            `[${line.status}, ${line.intent}, ${line.elapsedMs} ms]`,
            ...explain.map((e) => `${e.step}: ${e.text}`),
          ].join("\n"),
        );
        console.log(line.citations.map((c) => `  ${c.doc} ${c.section}: “${c.quote}”`).join("\n"));
      }
    });
  } finally {
    await storage.close();
  }
});
