import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig, settingNames } from "../src/app/config.ts";

const problemsOf = (environment: Record<string, string>) => {
  try {
    loadConfig(environment);
  } catch (error) {
    return error instanceof ConfigError ? error.problems : [];
  }
  return [];
};

describe("configuration", () => {
  it("starts with nothing set at all", () => {
    const config = loadConfig({});
    expect(config.port).toBe(8080);
    expect(config.telegram).toBeNull();
    expect(config.chatModel).toBeNull();
  });

  it("names every variable of .env.example and no other", () => {
    const documented = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=/gmu)].map(
      (m) => m[1],
    );
    expect(documented.sort()).toEqual([...settingNames].sort());
  });

  it("accepts .env.example as it stands", () => {
    const lines = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gmu)];
    expect(problemsOf(Object.fromEntries(lines.map((m) => [m[1], m[2] ?? ""])))).toEqual([]);
  });

  it("reports all problems at once", () => {
    const problems = problemsOf({
      PORT: "eighty",
      TELEGRAM_BOT_TOKEN: "nonsense",
      PUBLIC_URL: "not an address",
    });
    expect(problems.map((p) => p.split(" ")[0]).sort()).toEqual(["PORT", "PUBLIC_URL", "TELEGRAM_BOT_TOKEN"]);
  });

  it("refuses a webhook without a secret", () => {
    const problems = problemsOf({
      TELEGRAM_BOT_TOKEN: "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      TELEGRAM_MODE: "webhook",
      PUBLIC_URL: "https://example.gov.vn",
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("TELEGRAM_WEBHOOK_SECRET");
  });

  it("never repeats a secret in a problem", () => {
    const problems = problemsOf({ TELEGRAM_BOT_TOKEN: "my-very-secret-token" });
    expect(problems.join()).not.toContain("my-very-secret-token");
  });
});
