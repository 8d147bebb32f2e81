/** Particles by what the word before them ends in: after a consonant, after a vowel. */
const pairs = {
  은: ['은', '는'],
  이: ['이', '가'],
  을: ['을', '를'],
  과: ['과', '와'],
  으로: ['으로', '로'],
} as const;
export type Particle = keyof typeof pairs;

const consonantLetters = /[lmnr]/i;
/** Digits that are read with a consonant at the end: 영 일 삼 육 칠 팔. */
const consonantDigits = /[013678]/;
/** 일, 칠 and 팔 end like 서울 does. */
const lDigits = /[178]/;
const firstSyllable = 0xac00;
const finals = 28;
const finalL = 8;

/** The word with its particle, such as `인스타그램을` and `지니TV를`. */
export function withParticle(word: string, particle: Particle): string {
  const [afterConsonant, afterVowel] = pairs[particle];
  const last = word.match(/[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u)?.[0] ?? '';
  const isVowel = !endsInConsonant(last) || (particle === '으로' && endsInL(last));
  return word + (isVowel ? afterVowel : afterConsonant);
}

function endsInConsonant(letter: string): boolean {
  return isSyllable(letter)
    ? finalOf(letter) > 0
    : consonantLetters.test(letter) || consonantDigits.test(letter);
}

function endsInL(letter: string): boolean {
  return isSyllable(letter) ? finalOf(letter) === finalL : /l/i.test(letter) || lDigits.test(letter);
}

const isSyllable = (letter: string) => /^[가-힣]$/.test(letter);
const finalOf = (letter: string) => (letter.charCodeAt(0) - firstSyllable) % finals;
