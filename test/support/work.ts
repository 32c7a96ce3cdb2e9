import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

/**
 * How often the functions and blocks of src/ were entered while something ran: the same on every machine, however busy,
 * where the time it took is not. Regular expressions count as one entry each; their time is measured by `npm run bench`.
 * Nothing is compiled meanwhile: compiled functions do not count, and when the compiler gets to one is chance.
 */
export async function workOf(run: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  setFlagsFromString("--no-opt");
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url.includes("/src/"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
      .reduce((sum, count) => sum + count, 0);
  } finally {
    setFlagsFromString("--opt");
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
  }
}

/** How many times more work twice as much to read is: 2 when the work grows as the text does, 4 when as its square. */
export async function growth(run: (times: number) => unknown, times: number): Promise<number> {
  await run(1);
  const once = await workOf(() => run(times));
  return (await workOf(() => run(2 * times))) / once;
}
