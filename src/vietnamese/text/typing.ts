// What a string of keys may have been meant as: Telex, VNI and the letters of teencode. All answers are syllable keys
// (toneless letters and a tone number, see `syllableKey`), without regard to whether such a syllable exists.

const VOWEL = /[aăâeêioôơuưy]/u;
/** Tone keys by the numbers of `syllableKey`: huyền 1, sắc 2, ngã 3, hỏi 4, nặng 5. */
const TELEX_TONES: Readonly<Record<string, number>> = { f: 1, s: 2, x: 3, r: 4, j: 5, z: 0 };
const VNI_TONES: Readonly<Record<string, number>> = { 1: 2, 2: 1, 3: 4, 4: 3, 5: 5, 0: 0 };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };

interface Typed {
  readonly letters: string;
  readonly tone: number;
}

const TONED = /[\u0300\u0301\u0303\u0309\u0323]/u;
const TONE_ORDER = "\u0300\u0301\u0303\u0309\u0323";

/** Letters without their tone, and the tone if one is there already. */
function bare(word: string): Typed {
  const spread = word.normalize("NFD").toLowerCase();
  const tone = TONED.exec(spread)?.[0];
  return {
    letters: spread.replace(new RegExp(TONED.source, "gu"), "").normalize("NFC"),
    tone: tone === undefined ? 0 : TONE_ORDER.indexOf(tone) + 1,
  };
}

function replaceLast(letters: string, from: string, to: string): string | null {
  const at = letters.lastIndexOf(from);
  return at < 0 ? null : letters.slice(0, at) + to + letters.slice(at + from.length);
}

/** ư, ơ or ă by the hook key. */
function hooked(letters: string): string | null {
  return (
    replaceLast(letters, "uo", "ươ") ??
    replaceLast(letters, "ưo", "ươ") ??
    replaceLast(letters, "uơ", "ươ") ??
    replaceLast(letters, "ua", "ưa") ??
    replaceLast(letters, "a", "ă") ??
    replaceLast(letters, "o", "ơ") ??
    replaceLast(letters, "u", "ư")
  );
}

function telexStep(typed: Typed, key: string): Typed {
  const { letters, tone } = typed;
  if (key in TELEX_TONES && VOWEL.test(letters)) {
    return { letters, tone: TELEX_TONES[key] ?? tone };
  }
  if (key === "d" && letters.includes("d")) {
    return { letters: letters.replace("d", "đ"), tone };
  }
  const round = CIRCUMFLEX[key];
  const doubled = round === undefined ? null : replaceLast(letters, key, round);
  if (doubled !== null) {
    return { letters: doubled, tone };
  }
  const hook = key === "w" || key === "]" || key === "[" ? (hooked(letters) ?? `${letters}ư`) : null;
  return { letters: hook ?? letters + key, tone };
}

function vniStep(typed: Typed, key: string): Typed {
  const { letters, tone } = typed;
  if (key in VNI_TONES) {
    return { letters, tone: VNI_TONES[key] ?? tone };
  }
  switch (key) {
    case "9":
      return { letters: letters.replace("d", "đ"), tone };
    case "6":
      return { letters: letters.replace(/[aeo](?=[^aeo]*$)/u, (vowel) => CIRCUMFLEX[vowel] ?? vowel), tone };
    case "7":
    case "8":
      return { letters: hooked(letters) ?? letters, tone };
    default:
      return { letters: letters + key, tone };
  }
}

const keyOf = ({ letters, tone }: Typed): string => (tone === 0 ? letters : `${letters}${tone}`);

function decode(word: string, step: (typed: Typed, key: string) => Typed): string {
  const start = bare(word);
  return keyOf([...start.letters].reduce(step, { letters: "", tone: start.tone }));
}

/** Keystrokes left undecoded: "dduocwj" → "đươc5", "d9uoc75" → "đươc5". The word's own key is not among them. */
export function keystrokeReadings(word: string): readonly string[] {
  const { letters, tone } = bare(word);
  const own = keyOf({ letters, tone });
  const readings = /\d/u.test(letters) ? [decode(word, vniStep)] : [decode(word, telexStep)];
  return readings.filter((reading) => reading !== own && !/[0-9].*[0-9]|^[0-9]/u.test(reading));
}

/** How teencode writes letters, first letters first: "f" for "ph", "j" for "gi", "z" for "d", "v" or "gi", … */
const TEEN_LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^f/u, ["ph"]],
  [/^j(?=[^i])/u, ["gi"]],
  [/^j(?=i)/u, ["g"]],
  [/^j$/u, ["gi"]],
  [/^dz/u, ["v", "d", "gi"]],
  [/^z/u, ["v", "d", "gi", "r"]],
  [/^w(?=.)/u, ["qu", "h"]],
  [/^ck/u, ["ch"]],
  [/^k(?=[^eêihy])/u, ["c"]],
  [/^q(?=[^u])/u, ["qu"]],
  [/^g(?=i.)/u, ["ngh"]],
  [/^gi$/u, ["nghi"]],
  [/^p(?=[^h])/u, ["b"]],
  [/^c(?=[eêi])/u, ["k"]],
  [/^ng(?=[eêi])/u, ["ngh"]],
  [/^r(?=.)/u, ["gi", "d"]],
  [/(?<=.)k$/u, ["c", "ch"]],
  [/(?<=.)g$/u, ["ng"]],
  [/(?<=.)h$/u, ["nh"]],
];

/** "fải" → "phai4", "kách" → "cach2". Marks are kept as typed. */
export function teencodeReadings(word: string): readonly string[] {
  const { letters, tone } = bare(word);
  const readings = new Set<string>();
  for (const [pattern, replacements] of TEEN_LETTERS) {
    if (pattern.test(letters)) {
      for (const replacement of replacements) {
        readings.add(keyOf({ letters: letters.replace(pattern, replacement), tone }));
      }
    }
  }
  return [...readings];
}
