import { defineConfig } from "vitest/config";
import { testKinds } from "./test/support/test-kinds.ts";

/**
 * Ends a test that hangs, in ms. It measures nothing: on a machine that is busy with other things a whole journey may
 * take ten times as long as on an idle one, and is as right.
 */
const HUNG_MS = 900_000;

const kinds = testKinds("test");

export default defineConfig({
  test: {
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    expect: { poll: { timeout: HUNG_MS / 8 } },
    pool: "forks",
    maxWorkers: 2,
    // Modules keep nothing between files that a test could see, and loading them anew for each took a third of the time.
    isolate: false,
    projects: Object.entries(kinds).map(([name, include]) => ({ extends: true, test: { name, include } })),
  },
});
