// What a file is, by its content and, where content cannot tell, by its name.
import { describe, expect, it } from "vitest";
import { fileKind } from "../../src/knowledge/read/file-kind.ts";

const JPEG = Buffer.from("ffd8ffe000104a464946", "hex");
const PNG = Buffer.from("89504e470d0a1a0a", "hex");
const ODT = Buffer.concat([
  Buffer.from("504b0304", "hex"),
  Buffer.from("mimetypeapplication/vnd.oasis.opendocument.text"),
]);

describe("the kind of a file", () => {
  it.each([
    ["anh.jpg", JPEG, "photo"],
    ["anh.JPEG", JPEG, "photo"],
    ["anh.png", PNG, "photo"],
    ["ke-hoach.odt", ODT, "odt"],
    ["ke-hoach.html", Buffer.from("<!DOCTYPE html><html><body>Kế hoạch</body></html>"), "html"],
  ] as const)("of %s is told", (name, bytes, kind) => {
    expect(fileKind(bytes, name)).toBe(kind);
  });

  it.each([
    ["anh.pdf", PNG],
    ["trang.doc", Buffer.from("<!DOCTYPE html><html></html>")],
  ] as const)("of %s, which says it is another, is not believed", (name, bytes) => {
    expect(() => fileKind(bytes, name)).toThrow();
  });
});
