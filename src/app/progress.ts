import { SingleBar } from "cli-progress";
import type { ReloadProgress } from "../knowledge/ingest/ingest.ts";
import { loading } from "../vietnamese/wording/knowledge/command-line.ts";

/** Shows how far a load has come: a bar on a terminal, a line for each phase elsewhere. */
export function showProgress(stream: NodeJS.WriteStream): {
  readonly show: (progress: ReloadProgress) => void;
  readonly stop: () => void;
} {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream) {
  let phase: ReloadProgress["phase"] | null = null;
  let current: SingleBar | null = null;
  const stop = () => {
    current?.stop();
    current = null;
  };
  const begin = (title: string, total: number) => {
    stop();
    const format = `${title} [{bar}] {value}/{total} {file}`;
    current = new SingleBar({ format, stream, barsize: 30, hideCursor: true, clearOnComplete: true });
    current.start(total, 0, { file: "" });
  };
  return {
    show(progress: ReloadProgress) {
      if (progress.phase === "publish") {
        stop();
        return;
      }
      if (progress.total === 0) {
        return;
      }
      if (phase !== progress.phase) {
        phase = progress.phase;
        begin(phase === "read" ? loading.reading : loading.embedding, progress.total);
      }
      current?.update(progress.done, { file: progress.phase === "read" ? progress.file : "" });
    },
    stop,
  };
}

function lines(stream: NodeJS.WriteStream) {
  const said = new Set<string>();
  const say = (line: string) => {
    if (!said.has(line)) {
      said.add(line);
      stream.write(`${line}\n`);
    }
  };
  return {
    show(progress: ReloadProgress) {
      if (progress.phase === "publish") {
        say(`${loading.verifying}…`);
      } else if (progress.total > 0) {
        say(`${progress.phase === "read" ? loading.reading : loading.embedding} (${progress.total})…`);
      }
    },
    stop: () => {},
  };
}
