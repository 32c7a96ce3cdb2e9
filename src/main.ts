import "./app/node-version.ts";
import { openApp, StartError } from "./app/app.ts";
import { ConfigError, loadConfig } from "./app/config.ts";
import { errorShape, log, outliveReaders } from "./app/log.ts";
import { showProgress } from "./app/progress.ts";
import type { Clock } from "./ports/clock.ts";
import { StorageError } from "./ports/storage.ts";

/** After an error that nobody foresaw the process is not trusted longer than this; ms. */
const STOP_WITHIN_MS = 10_000;

const clock: Clock = { now: () => Date.now(), mono: () => performance.now() };
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What a person can mend is one sentence; anything else is a bug and keeps its trace. */
function fail(error: unknown): never {
  const known = error instanceof StartError || error instanceof ConfigError || error instanceof StorageError;
  process.stderr.write(
    known || (error as Error)?.name === "ChannelError"
      ? `${(error as Error).message}\n`
      : `${String((error as Error)?.stack ?? error)}\n`,
  );
  process.exit(1);
}

async function main(): Promise<void> {
  const config = loadConfig();
  const progress = showProgress(process.stdout);
  const begun = clock.mono();
  const app = await openApp(config, { clock, log, onProgress: progress.show, say }).finally(progress.stop);
  const outside = app.channels.filter((name) => name !== "web");
  say(
    outside.length === 0
      ? "Chưa có mã (token) kênh nào trong .env: chỉ mở trang hỏi đáp trên web."
      : `Kênh đang mở: ${outside.join(", ")}.`,
  );
  say(`Sẵn sàng sau ${((clock.mono() - begun) / 1000).toFixed(1)} giây: http://localhost:${app.port}`);

  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) {
      return;
    }
    stopping = true;
    void app.stop().then(
      () => {
        log({ kind: "stopped", reason });
        process.exit(reason === "SIGTERM" || reason === "SIGINT" ? 0 : 1);
      },
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
  for (const event of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(event, (error) => {
      log({ kind: "unexpected", where: event, ...errorShape(error) });
      stop(event);
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    });
  }
}

outliveReaders();
main().catch(fail);
