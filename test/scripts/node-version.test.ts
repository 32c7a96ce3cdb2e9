import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runScript } from "../support/command.ts";

const root = new URL("../../", import.meta.url);
const { scripts, engines } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  scripts: Record<string, string>;
  engines: { node: string };
};
const started = Object.values(scripts).flatMap((line) => /^tsx (\S+)$/u.exec(line)?.[1] ?? []);

/** Lets a script believe that it runs on another Node. */
const onNode = (version: string) => {
  const fake = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  return ["--import", `data:text/javascript,${encodeURIComponent(fake)}`];
};

describe("on a Node that is too old", () => {
  it("knows every command", () => {
    expect(started).toContain("src/main.ts");
    expect(started.length).toBeGreaterThan(12);
  });

  it.each(started)("%s ends with one sentence and a code that is not 0", async (script) => {
    const ended = await runScript(`../${script}`, [], onNode("18.20.4"));

    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toMatch(
      /^Node\.js 18\.20\.4 cannot run this program: install Node\.js 24 LTS.*\n$/u,
    );
  });

  it.each(["20.18.3", "21.7.0", "22.12.0", "23.11.1"])("%s is refused", async (version) => {
    expect((await runScript("../src/app/node-version.ts", [], onNode(version))).code).toBe(1);
  });

  it.each(["20.19.0", "22.13.0", "24.0.0", "25.1.0"])("%s will do", async (version) => {
    expect(await runScript("../src/app/node-version.ts", [], onNode(version))).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(engines.node).toBe("^20.19.0 || ^22.13.0 || >=24.0.0");
  });
});
