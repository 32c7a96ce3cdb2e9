import type { CuratedAnswer } from "../domain/console.ts";
import type { Answered, Question } from "../domain/conversation.ts";
import type { Locality } from "../domain/document.ts";
import { askedKinds, namingWords, questionWords } from "../vietnamese/lexicon/similarity.ts";
import { dayAt, shownDay } from "../vietnamese/text/dates.ts";
import { fold } from "../vietnamese/text/normalise.ts";
import { tokenize } from "../vietnamese/text/tokens.ts";
import { curatedWords } from "../vietnamese/wording/console/people.ts";

/** Share of a reviewed question's words that must stand in the one asked. */
const COVERED = 0.8;

/**
 * Whether a question asks what a reviewed one asks: it may leave out little and add nothing but its place, so that
 * "khai tử" never gets the answer to "khai sinh".
 */
function asksTheSame(question: string, reviewed: string, place: ReadonlySet<string>): boolean {
  const kinds = askedKinds(reviewed);
  if ([...askedKinds(question)].some((kind) => !kinds.has(kind))) {
    return false;
  }
  const asked = questionWords(question);
  const words = namingWords(reviewed);
  const isNew = (word: string) => !words.has(word) && !place.has(word);
  const needed = [...words].filter((word) => !place.has(word));
  const missing = needed.filter((word) => !asked.naming.has(word) && !asked.perhaps.has(word));
  // Something unread stands in the question, so nothing may be missing from it.
  const strict = [...asked.perhaps].some(isNew) || missing.some((word) => /\d/u.test(word));
  const most = strict ? 0 : (1 - COVERED) * needed.length;
  return needed.length > 0 && ![...asked.naming].some(isNew) && missing.length <= most;
}

function placeWords(locality: Locality | undefined): ReadonlySet<string> {
  const names = locality === undefined ? [] : [locality.name, locality.shortName, ...locality.otherNames];
  return new Set(names.flatMap((name) => [...namingWords(name)]));
}

const plain = (text: string): string =>
  ` ${tokenize(text)
    .map((token) => fold(token.text))
    .join(" ")} `;

/** Whether an answer is for the asker's place; without a chosen one the question must name it. */
function isFor(answer: CuratedAnswer, question: Question, locality: Locality | undefined): boolean {
  if (answer.locality === null || answer.locality === question.locality) {
    return true;
  }
  return (
    question.locality === null &&
    locality !== undefined &&
    plain(question.text).includes(plain(locality.shortName))
  );
}

/** The answer a person has written for this question, with its source; null when there is none. */
export function curatedFor(
  answers: readonly CuratedAnswer[],
  question: Question,
  localities: readonly Locality[],
  officeName: string,
): Answered | null {
  const found = answers.find((answer) => {
    const slug = answer.locality ?? question.locality;
    const locality = localities.find((one) => one.slug === slug);
    const place = placeWords(locality);
    return (
      answer.until >= question.today &&
      isFor(answer, question, locality) &&
      answer.questions.some((reviewed) => asksTheSame(question.text, reviewed, place))
    );
  });
  return found === undefined ? null : answered(found, localities, officeName);
}

function answered(found: CuratedAnswer, localities: readonly Locality[], officeName: string): Answered {
  const locality = localities.find((one) => one.slug === found.locality);
  const office = locality === undefined ? officeName : `UBND ${locality.name}`;
  const title = curatedWords.source1(office, shownDay(dayAt(found.at)));
  const citation = { doc: `tra-loi-${found.id}`, section: "", title, quote: found.text };
  return {
    answer: {
      status: "answered",
      intent: "fact",
      text: `${found.text}\n\n${curatedWords.sourceLine(title, found.source)}`,
      citations: [citation],
      complete: true,
    },
    topic: null,
    explain: [{ step: "lookup", text: `curated answer ${found.id}` }],
  };
}
