import type { SpokenRule } from './speak.js';

/** A sentence is said in place of an address: nobody can write one down while the line rings. */
const addressSentence = '. 자세한 주소는 매장에서 안내해 드립니다. ';
/** With a particle behind it, an address is part of a sentence. */
const addressPhrase = '매장에서 안내하는 주소';

const particle =
  '(?:을|를|이|가|은|는|의|도|에|에서|에게|께|와|과|로|으로|만|까지|부터|이며|이고|입니다)(?![가-힣])';

const address: SpokenRule = {
  pattern:
    /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\w.])(?:[a-z0-9-]+\.)+(?:com|net|org|kr|io|me|shop|example)(?![a-z])(?:\/[!-~]*)?/iuy,
  say: ({ 0: whole, input, index }) =>
    /^[가-힣]/u.test(input.slice(index + whole.length)) ? addressPhrase : addressSentence,
};

const closed: SpokenRule = {
  pattern: /[)\]}>〉》】〕]/uy,
  say: ({ input, index }) => (new RegExp(`^${particle}`, 'u').test(input.slice(index + 1)) ? '' : ', '),
};

/** 와 after a vowel, 과 after a consonant. */
const and: SpokenRule = {
  pattern: /\s*&\s*/uy,
  say: ({ input, index }) => {
    const before = input.charCodeAt(index - 1) - '가'.charCodeAt(0);
    if (!(before >= 0 && before < 11_172)) return ' 앤 ';
    return before % 28 === 0 ? '와 ' : '과 ';
  },
};

export const addressRules: readonly SpokenRule[] = [
  address,
  { pattern: /#[\p{L}\p{N}_]+/uy, say: () => ' ' },
  { pattern: /@[\w.]+/uy, say: () => ' ' },
];

export const symbolRules: readonly SpokenRule[] = [
  { pattern: /\(주\)/uy, say: () => '주식회사 ' },
  { pattern: /[([{<〈《【〔]/uy, say: () => ', ' },
  closed,
  and,
  { pattern: /\s*\+\s*/uy, say: () => ' 플러스 ' },
  { pattern: /%/uy, say: () => ' 퍼센트' },
  { pattern: /…|\.{2,}|。/uy, say: () => '. ' },
  { pattern: /\s*[·・:;/|→⇒•=、]+\s*/uy, say: () => ', ' },
  { pattern: /['"‘’“”`「」『』]/uy, say: () => '' },
  // what nothing above has a word for: emoji, ornaments, other scripts, single letters of Hangul such as ㅋㅋ
  {
    pattern: /[^가-힣A-Za-z0-9\s.,?!()[\]{}<>〈〉《》【】〔〕~&+%#@₩$·・:;/|→⇒•=、'"‘’“”`「」『』-]+/uy,
    say: () => ' ',
  },
  { pattern: /[^가-힣A-Za-z\s.,?!]/uy, say: () => ' ' },
];
