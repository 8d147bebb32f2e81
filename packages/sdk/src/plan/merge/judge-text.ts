import { findWord, words } from '../../rules/words.js';
import { cleanText } from '../../schema/clean-text.js';
import type { WordingProblem } from '../../schema/wording.js';
import { contacts, foreignGoods, insults, machineWords, otherWays, promises } from './banned-words.js';
import type { PromptMarks } from './marks.js';
import { unmarked } from './outside-text.js';

/** What a text is held against. */
export interface TextContext {
  readonly mechanic: 'lottery' | 'first_come';
  readonly marks: PromptMarks;
  /** The store's own name, which every text may say. */
  readonly storeName: string;
  /** Names of prizes this concept hands out. */
  readonly prizeNames: readonly string[];
  /** Everything that others wrote and the model has read. */
  readonly outside: readonly Source[];
}

/** What somebody else wrote, ready to be looked for in many texts. */
export interface Source {
  readonly letters: string;
  readonly quoted: readonly string[];
}

export type Judgement = { readonly text: string } | { readonly why: WordingProblem };

/** A model's text, fit to be printed, or why it is not. `most` is its longest length, characters. */
export function judgeText(most: number, said: string, context: TextContext): Judgement {
  if (holdsMark(said, context.marks)) return { why: 'leak' };
  const text = cleanText(unmarked(said), 1_000).normalize('NFKC');
  const why = problems.find(([, breaks]) => breaks(text, context, most))?.[0];
  return why === undefined ? { text } : { why };
}

/** Also when it was taken apart, turned round or dressed up. */
function holdsMark(said: string, { fence, canary }: PromptMarks): boolean {
  const bare = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
  const codes = [fence, canary].map((mark) => mark.slice(-16));
  return codes.some((code) => bare.includes(code) || bare.includes([...code].reverse().join('')));
}

const addresses =
  /:\/\/|www\.|[\w가-힣]\.(?:com|net|org|kr|io|me|ly|co|app|xyz|shop|link|test|example)(?![a-z])|[@#]/iu;

const numbersInWords =
  /[일이삼사오육칠팔구십백천만억]\s*(?:원|명|개|장|프로|배)(?![가-힣])|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|스무|서른)\s*(?:명|원)|내일|모레|다음 ?주|이번 ?주|[월화수목금토일]요일/u;

type Check = (text: string, context: TextContext, most: number) => boolean;

/** The gravest first: it is the one that is told. */
const problems: readonly (readonly [WordingProblem, Check])[] = [
  ['empty', (text) => text === ''],
  ['address', (text) => addresses.test(text) || findWord(text, contacts) !== undefined],
  ['order', (text) => findWord(text.toLowerCase(), machineWords) !== undefined],
  ['markup', (text) => /[<>{}[\]`|\\*_~^=$"'“”‘’「」『』]|&\w+;|%[0-9a-f]{2}/iu.test(text)],
  ['number', (text) => /[\p{N}%₩€$]/u.test(text) || numbersInWords.test(text)],
  ['promise', (text, { prizeNames }) => promisesMore(text, prizeNames)],
  ['other_mechanic', (text, { mechanic }) => saysOtherMechanic(text, mechanic)],
  ['copied', isCopied],
  ['language', (text, { storeName }) => !isKorean(text.replaceAll(storeName, ''))],
  ['too_long', (text, _, most) => [...text].length > most],
];

const promised = [
  ...[...promises, ...foreignGoods, ...insults],
  ...[...words.alcohol, ...words.tobacco, ...words.harmfulToMinors],
];

/** A prize of the concept may be named, even where its name holds such a word. */
function promisesMore(text: string, prizeNames: readonly string[]): boolean {
  const rest = prizeNames.reduce((left, name) => left.replaceAll(name, ''), text).toLowerCase();
  return findWord(rest, promised) !== undefined;
}

function saysOtherMechanic(text: string, mechanic: TextContext['mechanic']): boolean {
  const other = mechanic === 'lottery' ? ['선착순', '먼저 오'] : ['추첨', '당첨', '뽑'];
  return findWord(text, [...otherWays, ...other]) !== undefined;
}

/** Letters in a row, blanks not counted, that no two people write by chance. Ours. */
const copiedLetters = 8;

/** Words of others, word for word, or what they put between quotation marks. */
function isCopied(text: string, { outside, storeName }: TextContext): boolean {
  const said = squeezed(text.replaceAll(storeName, ' '));
  return outside.some(
    ({ letters, quoted }) => quoted.some((words) => said.includes(words)) || sharesRun(said, letters),
  );
}

const quotations = /["'“‘「『`]([^"'”’」』`]{2,})["'”’」』`]/gu;

export function sourceOf(text: string): Source {
  const quoted = [...text.matchAll(quotations)].map(([, words = '']) => squeezed(words));
  return { letters: squeezed(text), quoted };
}

function sharesRun(said: string, source: string): boolean {
  for (let at = 0; at + copiedLetters <= source.length; at += 1) {
    if (said.includes(source.slice(at, at + copiedLetters))) return true;
  }
  return false;
}

function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Most of its letters are Hangul. Anything else is no text for this store's customers. */
function isKorean(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const hangul = letters.filter((letter) => /\p{Script=Hangul}/u.test(letter));
  return letters.length > 0 && hangul.length / letters.length >= 0.7;
}
