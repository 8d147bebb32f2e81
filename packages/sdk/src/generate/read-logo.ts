import { rasteriseLogo, unsafeIn } from '../render/index.js';
import { logoOf } from './logo.js';
import { logoProblem } from './logo-problem.js';

/** As many characters as a brief may hold. */
const longest = 300_000;

/**
 * The bytes of a logo's file as a brief holds them. An SVG, which may come from anywhere, is drawn here and now: what is
 * kept and sent on is a picture.
 *
 * @throws {@link UserError} `USER_001` when it is none of PNG, JPEG and SVG, too large, or an SVG that reaches outside of
 * itself.
 */
export function logoDataUri(bytes: Uint8Array): string {
  const uri = toUri(bytes);
  if (uri.length > longest) throw logoProblem(tooLarge);
  if (!logoOf(uri)) throw logoProblem(unknownFormat);
  return uri;
}

function toUri(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x89 && second === 0x50) return inBase64('image/png', bytes);
  if (first === 0xff && second === 0xd8) return inBase64('image/jpeg', bytes);
  return inBase64('image/png', drawSvg(bytes));
}

const inBase64 = (mediaType: string, bytes: Uint8Array): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

function drawSvg(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  if (!/<svg[\s>]/.test(text)) throw logoProblem(unknownFormat);
  if (bytes.length > longest) throw logoProblem(tooLarge);
  const unsafe = unsafeIn(text);
  if (unsafe !== undefined) throw logoProblem(unsafe === 'text' ? letters : reachesOut(unsafe));
  const drawn = rasteriseLogo(text);
  if (!drawn) throw logoProblem(unknownFormat);
  return drawn;
}

const unknownFormat = {
  ko: '로고를 읽을 수 없습니다',
  en: 'The logo cannot be read',
  fix: { ko: 'PNG, JPEG, SVG 파일로 저장하세요', en: 'Save it as PNG, JPEG or SVG' },
};
const tooLarge = {
  ko: '로고 파일이 220KB보다 큽니다',
  en: 'The logo is larger than 220 KB',
  fix: { ko: '가로 600픽셀쯤으로 줄여 저장하세요', en: 'Save it about 600 pixels wide' },
};
const letters = {
  ko: 'SVG 로고에 글자가 글꼴로 들어 있어 그대로 그릴 수 없습니다',
  en: 'The SVG logo holds text that depends on a font',
  fix: {
    ko: '글자를 윤곽선으로 바꿔 저장하거나 PNG로 저장하세요',
    en: 'Convert text to outlines, or save it as PNG',
  },
};
const reachesOut = (what: string) => ({
  ko: `SVG 로고에 쓸 수 없는 것이 들어 있습니다: ${what}`,
  en: `The SVG logo holds what it may not: ${what}`,
  fix: {
    ko: '그림만 남기고 다시 저장하거나 PNG로 저장하세요',
    en: 'Save the drawing alone, or save it as PNG',
  },
});
