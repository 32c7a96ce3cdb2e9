// Puts a backup in the place of the data folder's database: npm run restore -- FILE [--data DIR]
import "../src/app/node-version.ts";
import { restore } from "../src/storage/embedded/backup.ts";
import { CommandError, parseCommandLine, run, systemClock } from "./command-line.ts";

await run(async () => {
  const { positionals, data } = parseCommandLine({});
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new CommandError("Say which backup: npm run restore -- FILE [--data DIR]");
  }
  const { kept, editions, officers } = await restore(file, data, systemClock.now());
  console.log(`Đã phục hồi ${file}: ${editions} bản kiến thức, ${officers} cán bộ.`);
  if (kept !== null) {
    console.log(`Cơ sở dữ liệu cũ được giữ ở ${kept}.`);
  }
  console.log("Lời nhắc đến hạn từ lúc sao lưu đến nay chờ người phụ trách xác nhận mới gửi.");
});
