/** A guide that cannot be taken as it stands. The message is Vietnamese and names the guide and the line. */
export class GuideError extends Error {
  readonly guide: string;
  readonly line: number;

  constructor(guide: string, line: number, message: string) {
    super(`${guide}.md, dòng ${line}: ${message}`);
    this.name = "GuideError";
    this.guide = guide;
    this.line = line;
  }
}
