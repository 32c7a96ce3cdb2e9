// The types of the whole program, and no promise left lying about: npm run check:types
import "../src/app/node-version.ts";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { loosePromises } from "./types/loose-promises.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const parsed = ts.getParsedCommandLineOfConfigFile(
  `${root}/tsconfig.json`,
  {},
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic(diagnostic) {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
    },
  },
);
const program = ts.createProgram(parsed?.fileNames ?? [], parsed?.options ?? {});
const faults = ts.getPreEmitDiagnostics(program);
if (faults.length > 0) {
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => "\n",
  };
  console.error(ts.formatDiagnostics(faults, host));
}
const checker = program.getTypeChecker();
let loose = 0;
for (const file of program.getSourceFiles()) {
  if (!file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file)) {
    for (const { node, what } of loosePromises(file, checker)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      const words = node.getText().replace(/\s+/gu, " ").slice(0, 80);
      console.error(`${relative(root, file.fileName)}(${line + 1}): ${what}: ${words}`);
      loose += 1;
    }
  }
}
process.exitCode = faults.length === 0 && loose === 0 ? 0 : 1;
