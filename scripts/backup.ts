// Backs up the data folder, also while the service runs: npm run backup -- FILE [--data DIR]
import "../src/app/node-version.ts";
import { backUp } from "../src/storage/embedded/backup.ts";
import { CommandError, parseCommandLine, run } from "./command-line.ts";

await run(async () => {
  const { positionals, data } = parseCommandLine({});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new CommandError("Say where to: npm run backup -- FILE [--data DIR]");
  }
  const contents = backUp(data, file);
  console.log(
    `Đã sao lưu và mở thử ${contents.file}: ${contents.editions} bản kiến thức, ` +
      `${contents.officers} cán bộ, ${contents.questions} câu hỏi.`,
  );
});
