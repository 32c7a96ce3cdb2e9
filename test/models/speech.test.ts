import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSpeech } from "../../src/models/speech.ts";
import { temporaryFolder } from "../support/folder.ts";

const installed = ["espeak-ng", "opusenc"].every((name) => existsSync(join("/usr/bin", name)));
const LIMITS = { ms: 1500, bytes: 50_000, waiting: 2 };

/** Programs of our own under the names that are looked for. */
function programs(espeak: string, opusenc: string): readonly string[] {
  const folder = temporaryFolder();
  for (const [name, body] of [["espeak-ng", espeak] as const, ["opusenc", opusenc] as const]) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return [folder];
}

describe("reading aloud", () => {
  it.runIf(installed)("makes a voice message as long as its text", async () => {
    const text = "Năm 2026, bảy mươi phần trăm người dân trong độ tuổi trưởng thành đạt phổ cập kỹ năng số.";
    const sound = await openSpeech()?.speak(text);
    const bytes = Buffer.from(sound ?? []);

    expect(bytes.toString("latin1", 0, 4)).toBe("OggS");
    expect(bytes.toString("latin1", 28, 36)).toBe("OpusHead");
    // The last page tells the length in samples at 48 kHz.
    const samples = Number(bytes.readBigUInt64LE(bytes.lastIndexOf("OggS") + 6));
    expect(samples / 48_000).toBeGreaterThan(4);
    expect(samples / 48_000).toBeLessThan(20);
    expect(bytes.length).toBeLessThan(100_000);
    const file = join(temporaryFolder(), "a.ogg");
    writeFileSync(file, bytes);
    expect(execFileSync(join("/usr/bin", "opusinfo"), [file], { encoding: "utf8" })).not.toMatch(
      /WARNING|ERROR/u,
    );
  });

  it("is not there when one of the two programs is missing", () => {
    expect(openSpeech([temporaryFolder()])).toBeNull();
  });

  it("hands the words over by stdin alone: no shell, no argument, nothing of our surroundings", async () => {
    const seen = join(temporaryFolder(), "seen");
    const folders = programs(`{ echo "$@"; env; cat; } > ${seen}; cat ${seen}`, "cat");
    await openSpeech(folders, LIMITS)?.speak("-f /etc/passwd; $(touch x) `id`");
    const [args = "", ...rest] = execFileSync("cat", [seen], { encoding: "utf8" }).split("\n");

    expect(args).not.toContain("passwd");
    expect(rest.at(-1)).toBe("-f /etc/passwd; $(touch x) `id`");
    expect(rest.filter((line) => /^(?!PWD|_|SHLVL|OLDPWD|LANG)[A-Z_]+=/u.test(line))).toEqual([]);
  });

  it.each([
    ["the voice hangs", "sleep 3600", "cat"],
    ["the packing hangs", "cat", "sleep 3600"],
    ["the voice fails", "exit 3", "cat"],
    ["the packing fails", "cat", "exit 3"],
    ["too much comes out", "cat", "yes"],
    ["nothing comes out", "cat > /dev/null", "cat"],
  ])("gives nothing when %s", async (_, espeak, opusenc) => {
    expect(await openSpeech(programs(espeak, opusenc), LIMITS)?.speak("chào")).toBeNull();
  });

  it("takes only a few texts at a time", async () => {
    const speech = openSpeech(programs("cat", "cat"), LIMITS);
    const sounds = await Promise.all(["một", "hai", "ba"].map((text) => speech?.speak(text)));

    expect(sounds.map((sound) => (sound == null ? null : Buffer.from(sound).toString("utf8")))).toEqual([
      "một",
      "hai",
      null,
    ]);
    expect(await speech?.speak("bốn")).not.toBeNull();
  });
});
