const digitNames = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];
const places = ['', '십', '백', '천'];
const groups = ['', '만', '억', '조'];
/** What four groups hold. */
const mostDigits = 16;

/** `10000` is 만, `1234` 천이백삼십사, `3.5` 삼점오. Commas are left out of account; a code such as `007` is read by digit. */
export function toSino(number: string): string {
  const [whole = '', fraction] = number.replaceAll(',', '').split('.');
  const words = isCode(whole) ? toDigits(whole) : toWhole(whole);
  return fraction ? `${words}점${[...fraction].map(digitName).join('')}` : words;
}

/** `010` is 공일공, as telephone numbers are read. */
export function toDigits(digits: string): string {
  return [...digits].map((digit) => (digit === '0' ? '공' : digitName(digit))).join('');
}

const nativeTens = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const nativeOnes = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];

/** Before what is counted: 한 명, 스무 명, 스물한 명. From 100 up the Sino-Korean, as announcers say it. */
export function toNative(number: string): string {
  const value = Number(number.replaceAll(',', ''));
  if (!Number.isInteger(value) || value < 1 || value > 99) return toSino(number);
  if (value === 20) return '스무';
  return `${nativeTens[Math.floor(value / 10)]}${nativeOnes[value % 10]}`;
}

function isCode(digits: string): boolean {
  return digits.length > mostDigits || (digits.length > 1 && digits.startsWith('0'));
}

function toWhole(digits: string): string {
  if (Number(digits) === 0) return '영';
  const count = Math.ceil(digits.length / 4);
  const words = Array.from({ length: count }, (_, at) => {
    const power = count - 1 - at;
    return toGroup(digits.slice(0, digits.length - power * 4).slice(-4), power, at === 0);
  });
  return words.filter((word) => word !== '').join(' ');
}

/** Up to four digits and their power of ten thousand. Ten thousand alone is 만, not 일만. */
function toGroup(digits: string, power: number, leading: boolean): string {
  if (Number(digits) === 0) return '';
  if (Number(digits) === 1 && power === 1 && leading) return '만';
  const words = [...digits].map((digit, at) => {
    const place = places[digits.length - 1 - at] ?? '';
    if (digit === '0') return '';
    return digit === '1' && place !== '' ? place : `${digitName(digit)}${place}`;
  });
  return `${words.join('')}${groups[power]}`;
}

function digitName(digit: string): string {
  return digitNames[Number(digit)] ?? '';
}
