// Vietnamese typed with the fonts of before Unicode: TCVN3 (ABC, .Vn fonts) and VNI Windows.
import { isVietnameseSyllable, plausibleShare } from "../../../vietnamese/text/syllable.ts";

// TCVN 5712:1993, third set: one byte a letter, shown by Latin-1 programs as the letters on the left.
const TCVN3 = new Map(
  [..."¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô­øõö÷ùýúûüþ¡¢§£¤¥¦"].map((letter, i) => [
    letter,
    [..."áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ"][i] ?? letter,
  ]),
);

// VNI Windows: a base letter followed by one accent letter.
const VNI_ACCENT: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const VNI_LETTER: Readonly<Record<string, string>> = {
  ñ: "đ",
  Ñ: "Đ",
  ö: "ư",
  Ö: "Ư",
  ô: "ơ",
  Ô: "Ơ",
  í: "í",
  ì: "ì",
  æ: "ỉ",
  ó: "ĩ",
  ò: "ị",
  Í: "Í",
  Ì: "Ì",
  Æ: "Ỉ",
  Ó: "Ĩ",
  Ò: "Ị",
  î: "ỵ",
  Î: "Ỵ",
};

function fromTcvn3(text: string): string {
  return [...text].map((letter) => TCVN3.get(letter) ?? letter).join("");
}

function fromVni(text: string): string {
  return text
    .replace(/([aeouyöôAEOUYÖÔ])([ùøûõïâáàåãäêéèúüë])/giu, (_, base: string, accent: string) => {
      const letter = VNI_LETTER[base] ?? base;
      return (letter + (VNI_ACCENT[accent.toLowerCase()] ?? "")).normalize("NFC");
    })
    .replace(/[ñÑöÖôÔíìæóòÍÌÆÓÒîÎ]/gu, (letter) => VNI_LETTER[letter] ?? letter);
}

/** Capitals in TCVN3 fonts use the small letters' codes: a word with lone capitals around small accented letters. */
function evenCase(text: string): string {
  return text.replace(/\p{Lu}{1,}\p{Ll}(?=\p{Lu}|$|\P{L})[\p{Lu}\p{Ll}]*/gu, (word) =>
    (word.match(/\p{Lu}/gu)?.length ?? 0) > 1 && isVietnameseSyllable(word) ? word.toUpperCase() : word,
  );
}

/**
 * The text in Unicode when it was typed in TCVN3 or VNI, else null. Judged by what the decoding does to the share of words that
 * can be Vietnamese: it must make much better a text that is poor as it stands.
 */
export function decodeLegacy(text: string): string | null {
  if (!/[¸µ¶·¹¨¾»¼½©®ª«¬­¡¢§£¤¥¦]|[aeouyöô][ùøûõïåäëü]/iu.test(text)) {
    return null;
  }
  const before = plausibleShare(text);
  const tries = [evenCase(fromTcvn3(text)), fromVni(text)];
  const shares = tries.map(plausibleShare);
  const best = (shares[0] ?? 0) >= (shares[1] ?? 0) ? 0 : 1;
  return (shares[best] ?? 0) > Math.max(0.85, before + 0.15) ? (tries[best] ?? null) : null;
}
