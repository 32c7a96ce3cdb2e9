import { execFileSync, spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { ReadPaper } from "../../src/knowledge/read/common/outcome.ts";
import { readPaper } from "../../src/knowledge/read/read.ts";
import { shownFileName } from "../../src/vietnamese/text/file-name.ts";
import { PATIENCE_MS } from "../support/receiver.ts";
import { atOnce, fixture, paperFile, said, wordFile, zipOf } from "./paper-files.ts";

const plan = readFileSync(
  join(import.meta.dirname, "..", "..", "knowledge", "plans", "thanh-thuy.txt"),
  "utf8",
);
const limits = atOnce;
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const hasWriter = ["/usr/bin/soffice", "/usr/local/bin/soffice"].some((path) => {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
});

const read = async (file: string, options = {}): Promise<Extract<ReadPaper, { outcome: "read" }>> => {
  const paper = await readPaper(file, { limits, ...options });
  expect(paper).toMatchObject({ outcome: "read" });
  return paper as Extract<ReadPaper, { outcome: "read" }>;
};
const reason = async (file: string, options = {}): Promise<string> => {
  const paper = await readPaper(file, { limits, ...options });
  expect(paper).toMatchObject({ outcome: "unread" });
  return (paper as Extract<ReadPaper, { outcome: "unread" }>).reason;
};

describe("plain text", () => {
  const utf16 = Buffer.from(plan, "utf16le");
  const windows1258 = (text: string): Buffer => {
    const decoder = new TextDecoder("windows-1258");
    const codes = new Map(
      Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]),
    );
    // Windows-1258 has letters with their shape marks, and tone marks of their own.
    const apart = [...text.normalize("NFC")].flatMap((letter) => {
      const tone = letter.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/u)?.[0] ?? "";
      return codes.has(letter)
        ? [letter]
        : [letter.normalize("NFD").replace(tone, "").normalize("NFC"), tone];
    });
    return Buffer.from(apart.filter((part) => part !== "").map((part) => codes.get(part) ?? 0x3f));
  };

  it.each([
    ["UTF-8", Buffer.from(plan)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${plan}`)],
    ["UTF-16 with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ["UTF-16 without a mark", utf16],
    ["UTF-16 the other way round", Buffer.from(utf16).swap16()],
    ["decomposed letters", Buffer.from(plan.normalize("NFD"))],
    ["Windows line ends", Buffer.from(plan.replaceAll("\n", "\r\n"))],
  ])("is the same paper in %s", async (_, bytes) => {
    const expected = (await read(paperFile("a.txt", plan))).text;
    const paper = await read(paperFile("b.txt", bytes));

    expect(paper.text).toBe(expected);
    expect(paper.origin).toBe("text");
  });

  it("is read from Windows-1258 and says so", async () => {
    const part = plan.slice(0, 3000).replace(/[^\p{L}\p{M}\d\s.,;:()/"-]/gu, " ");
    const paper = await read(paperFile("a.txt", windows1258(part)));

    expect(paper.text.replace(/\s+/gu, " ").trim()).toBe(part.normalize("NFC").replace(/\s+/gu, " ").trim());
    expect(paper.warnings.join()).toContain("Windows-1258");
  });

  it("is refused when its accents are gone, when it is no text and when it is empty", async () => {
    const bare = plan.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D");

    expect(await reason(paperFile("a.txt", bare))).toContain("mất dấu");
    expect(
      await reason(paperFile("a.txt", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 37) % 256)))),
    ).toMatch(/không phải chữ|không dùng được/u);
    expect(await reason(paperFile("a.txt", ""))).toContain("0 byte");
    expect(await reason(paperFile("a.txt", " \n\n "))).toContain("không có chữ");
  });

  it("in English is read with a doubt, not called junk", async () => {
    const text =
      "The assistant answers questions of the people in the ward and it is written for the office. ".repeat(
        5,
      );
    const paper = await read(paperFile("a.md", text));

    expect(paper.origin).toBe("markdown");
    expect(paper.warnings.join()).toContain("không phải tiếng Việt");
  });

  it("loses invisible characters and says how many", async () => {
    const paper = await read(paperFile("a.txt", `${plan.slice(0, 800)}\u200B\u{E0041}\u{E0042}\u202E`));

    expect(paper.text).not.toMatch(/[\u200B\u202E\u{E0041}]/u);
    expect(paper.warnings.join()).toContain("4 ký tự vô hình");
  });
});

describe("a file is known by its content", () => {
  it.each([
    ["a picture named .pdf", "a.pdf", PNG, "thật ra là ảnh"],
    ["a web page named .doc", "a.doc", "<!DOCTYPE html><html><body>Kế hoạch</body></html>", "HTML"],
    [
      "an old Excel file named .doc",
      "a.doc",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("Workbook", "utf16le")]),
      "Excel",
    ],
    [
      "a locked Word file",
      "a.docx",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "mật khẩu",
    ],
    ["an archive that is no Word file", "a.docx", zipOf([{ name: "x.txt", content: "x" }]), "giải nén"],
    ["something else", "a.bin", "abc", "Không nhận ra"],
    ["a PDF of nothing but its name", "a.pdf", "abc", "PDF bị hỏng"],
  ])("%s is refused", async (_, name, content, words) => {
    expect(await reason(paperFile(name, content))).toContain(words);
  });

  it("a Word file named .pdf is read as what it is", async () => {
    const paper = await read(paperFile("a.pdf", readFileSync(fixture("ward-annex.docx"))));
    expect(paper.origin).toBe("docx");
  });
});

describe("a file that is not ready or not ours", () => {
  it("is waited for while somebody still writes it", async () => {
    const file = paperFile("a.txt", plan.slice(0, 500));
    let left = 6;
    const writer = setInterval(() => {
      appendFileSync(file, plan.slice(500, 1000));
      left -= 1;
      if (left === 0) {
        clearInterval(writer);
      }
    }, 60);
    const paper = await read(file, { limits: { settledMs: 1000, settleWaitMs: PATIENCE_MS } });

    expect(left).toBe(0);
    expect(paper.text).toBe(`${readFileSync(file, "utf8").normalize("NFC").trim()}\n`);
  });

  it("is given up when it never comes to rest", async () => {
    const file = paperFile("a.txt", plan.slice(0, 500));
    const writer = setInterval(() => appendFileSync(file, "x"), 40);
    try {
      expect(await reason(file, { limits: { settledMs: 300, settleWaitMs: 600 } })).toContain("chép dở");
    } finally {
      clearInterval(writer);
    }
  });

  it("is refused when it is not the file that was uploaded", async () => {
    expect(await reason(paperFile("a.txt", plan), { sha256: "00".repeat(32) })).toContain("khác");
  });

  it("is refused when it is a pipe, a folder, gone, too big or a way out of the folder", async () => {
    const home = mkdtempSync(join(tmpdir(), "papers-home-"));
    const pipe = join(home, "pipe.txt");
    execFileSync("/usr/bin/mkfifo", [pipe]);
    const link = join(home, "link.txt");
    symlinkSync(paperFile("outside.txt", plan), link);

    expect(await reason(pipe)).toContain("không phải một tệp thường");
    expect(await reason(home)).toContain("không phải một tệp thường");
    expect(await reason(join(home, "none.txt"))).toContain("không còn ở đó");
    expect(await reason(link, { within: home })).toContain("trỏ ra ngoài");
    expect(await reason(paperFile("a.txt", plan), { limits: { ...limits, fileBytes: 1000 } })).toContain(
      "lớn hơn",
    );
  });
});

describe("the reading process", () => {
  // Of this run alone: another may look at the same moment.
  const nap = `456.${process.pid}`;
  const slowWriter = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "papers-bin-"));
    writeFileSync(join(folder, "soffice"), `#!/bin/sh\n/bin/sleep ${nap} &\n/bin/sleep ${nap}\n`);
    chmodSync(join(folder, "soffice"), 0o755);
    return folder;
  };
  const sleeping = (): boolean =>
    readdirSync("/proc").some((pid) => {
      try {
        return /^\d+$/u.test(pid) && readFileSync(`/proc/${pid}/cmdline`, "latin1").includes(nap);
      } catch {
        return false;
      }
    });
  const rtf = "{\\rtf1 K}";

  it.skipIf(process.platform !== "linux")("is stopped with all it started when a file hangs", async () => {
    const told = await reason(paperFile("a.rtf", rtf), {
      limits: { ...limits, parseMs: 1500, ocrPageMs: 0 },
      programFolders: [slowWriter()],
    });

    expect(told).toContain("giây chưa xong");
    // What was killed stands in the list of processes until the system has cleared it away.
    await vi.waitFor(() => expect(sleeping()).toBe(false), { timeout: PATIENCE_MS });
  });

  it.skipIf(process.platform !== "linux")("is stopped when it takes too much memory", async () => {
    const told = await reason(fixture("ward-annex.pdf"), {
      limits: { ...limits, memoryBytes: 30 * 1024 * 1024 },
    });
    expect(told).toContain("MB bộ nhớ");
  });

  it("stops when asked to, and leaves nothing behind", async () => {
    const file = paperFile("a.rtf", rtf);
    const programFolders = [slowWriter()];
    const own = mkdtempSync(join(tmpdir(), "own-tmp-"));
    vi.stubEnv("TMPDIR", own);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(own, { recursive: true, force: true });
    });
    const asked = new AbortController();
    const told = reason(file, { signal: asked.signal, programFolders });
    await vi.waitFor(() => expect(readdirSync(own)).toHaveLength(1), { timeout: PATIENCE_MS });
    asked.abort();
    expect(await told).toContain("theo yêu cầu");
    expect(readdirSync(own)).toEqual([]);
  });

  it("says the exact line that installs what is missing", async () => {
    const none = { programFolders: [dirname(paperFile("x", ""))] };

    expect(await reason(fixture("scan.pdf"), none)).toContain(
      "apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils",
    );
    expect(await reason(fixture("old-word.doc"), none)).toContain("apt-get install libreoffice-writer-nogui");
  });

  it("never goes out to the network for what a paper points to", async () => {
    let hits = 0;
    const server = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.png`;
    const relation = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${url}" TargetMode="External"/></Relationships>`;
    const docx = wordFile(said("Kế hoạch của xã"), [
      { name: "word/_rels/settings.xml.rels", content: relation },
      { name: "word/_rels/document.xml.rels", content: relation },
    ]);
    const linked = `{\\rtf1 Ke hoach {\\field{\\*\\fldinst INCLUDEPICTURE "${url}" \\\\d}{\\fldrslt x}}}`;
    try {
      await readPaper(paperFile("a.docx", docx), { limits });
      if (hasWriter) {
        await readPaper(paperFile("a.rtf", linked), { limits });
      }
      expect(hits).toBe(0);
    } finally {
      server.close();
    }
  });

  it("works from plain node as from the service", async () => {
    const script = `import("tsx/esm/api").then(async ({ register }) => { register();
      const { readPaper } = await import("./src/knowledge/read/read.ts");
      const paper = await readPaper(process.argv[1]); console.log(paper.outcome, paper.origin); });`;
    const root = join(import.meta.dirname, "..", "..");
    const child = spawn(process.execPath, ["--input-type=module", "-e", script, fixture("ward-annex.docx")], {
      cwd: root,
    });
    let out = "";
    for await (const piece of child.stdout) {
      out += String(piece);
    }
    expect(out.trim()).toBe("read docx");
  });
});

describe("an uploaded file's name", () => {
  it.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\a\\Kế hoạch.docx", "Kế hoạch.docx"],
    ["ke\u0000hoach.pdf", "kehoach.pdf"],
    ["Ke\u0302\u0301 hoa\u0323ch.pdf", "Kế hoạch.pdf"],
    ["\u202Egnp.exe.pdf", "gnp.exe.pdf"],
    [".htaccess", "htaccess"],
    ["  a \n b.txt ", "a b.txt"],
    ["..", ""],
  ])("%j is shown as %j", (name, shown) => {
    expect(shownFileName(name)).toBe(shown);
  });

  it("is shown at most 120 letters long, with its ending", () => {
    const shown = shownFileName(`${"ế".repeat(300)}.docx`);

    expect([...shown].length).toBeLessThanOrEqual(120);
    expect(shown.endsWith("….docx")).toBe(true);
  });
});
