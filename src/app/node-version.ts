// Imported first by everything a person can start, so that an old Node is named before it fails at something else.

/** Oldest minor version of each major one that is still looked after; from 24 on all will do. */
const OLDEST: Readonly<Record<number, number>> = { 20: 19, 22: 13 };
const FIRST_OPEN_MAJOR = 24;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const oldest = OLDEST[major];

if (major < FIRST_OPEN_MAJOR && (oldest === undefined || minor < oldest)) {
  process.stderr.write(
    `Node.js ${process.versions.node} cannot run this program: install Node.js 24 LTS, or 20.19 or newer of 20, or 22.13 or newer of 22.\n`,
  );
  process.exit(1);
}
