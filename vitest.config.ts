import { defineConfig } from "vitest/config";

/**
 * Ends a test that hangs, in ms. It measures nothing: on a machine that is busy with other things a whole journey may
 * take ten times as long as on an idle one, and is as right.
 */
const HUNG_MS = 900_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    expect: { poll: { timeout: HUNG_MS / 8 } },
    pool: "forks",
    maxWorkers: 2,
  },
});
