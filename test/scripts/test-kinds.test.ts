import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { testKinds } from "../support/test-kinds.ts";

it("a test is slow when anything that runs with it starts a process, a server or a browser", () => {
  const folder = temporaryFolder();
  const put = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, `${name}.ts`), lines.join("\n"));
  put("command", ['import { spawn } from "node:child_process";', "export type Ran = typeof spawn;"]);
  put("between", ["export {", "  spawn,", '} from "./command.ts";']);
  put("types", ['import type { Ran } from "./command.ts";', 'import { request } from "node:http";']);
  put("pure.test", ['import { request } from "./types.ts";']);
  put("far.test", ['import "./types.ts";', "import {", "  spawn,", '} from "./between.ts";']);
  put("late.test", ['const { spawn } = await import("./between.ts");']);
  put("page.test", ['import { chromium } from "playwright-core";']);

  const { quick, slow } = testKinds(folder);
  const named = (files: readonly string[]) => files.map((file) => file.slice(folder.length + 1));
  expect(named(quick)).toEqual(["pure.test.ts"]);
  expect(named(slow)).toEqual(["far.test.ts", "late.test.ts", "page.test.ts"]);
});
