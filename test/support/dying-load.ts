// A load in a process of its own that kills itself, as kill -9 would, when it comes to a named point.
//   node --import tsx dying-load.ts KNOWLEDGE DATA POINT
import { loadLines, pointOf } from "./load-lines.ts";

const [folder = "", dir = "", point = ""] = process.argv.slice(2);

await loadLines(folder, dir, (progress) => {
  if (pointOf(progress) === point) {
    process.kill(process.pid, "SIGKILL");
  }
});
