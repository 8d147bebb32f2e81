import { schemeOf } from '../render/colour/scheme.js';
import type { Design } from '../render/design/design.js';
import type { Format } from '../render/design/frame.js';
import { openDesigns } from '../render/design/open-designs.js';
import type { Template } from '../render/design/template-schema.js';
import type { Words } from '../render/design/words.js';

/** Every size that is made. */
export const formats: readonly Format[] = [
  { use: 'feed', width: 1_080, height: 1_080 },
  { use: 'feed', width: 1_080, height: 1_350 },
  { use: 'reel', width: 1_080, height: 1_920 },
  { use: 'preview', width: 800, height: 400 },
  { use: 'screen', width: 1_920, height: 1_080 },
  { use: 'screen', width: 1_080, height: 1_920 },
  { use: 'print', width: 210, height: 297 },
  { use: 'print', width: 297, height: 420 },
  { use: 'print', width: 105, height: 148 },
];

export const shippedTemplates: readonly Template[] = (await openDesigns()).templates;

export const someWords: Words = {
  store: '카페 온도',
  title: '첫 방문 QR 이벤트',
  subtitle: '따뜻한 한 잔이 기다립니다',
  prize: '아메리카노 10명',
  prizes: ['매장 5만원권 1명', '아메리카노 1잔 9명'],
  period: '12월 1일 ~ 12월 14일',
  badge: '추첨 10명',
  odds: '추첨 10명 · 예상 응모 198명 중 10명',
  place: '서울 마포구 · 02-1234-5678',
  call: 'QR 찍고 바로 참여',
  address: 'event.example/e/bp4rpp4s',
  steps: ['QR을 찍거나 주소를 엽니다', '이름과 휴대폰 번호를 남깁니다', '12월 15일 13:00 발표를 기다립니다'],
  notices: [
    '추첨 12월 15일 12:00 · 발표 12월 15일 13:00 · 수령 기한 12월 22일 13:00 (한국 시각)',
    '만 14세 이상 · 1인 1회 · 임직원과 관계자 제외',
    '당첨되지 않은 분의 응모 정보는 1월 14일에 파기합니다',
  ],
};

export const aUrl = 'https://event.example/e/bp4rpp4s?from=print';

/** A design of the first template, with a code where it belongs. */
export function aDesign(over: Partial<Design> = {}): Design {
  const format = over.format ?? { use: 'feed', width: 1_080, height: 1_080 };
  const coded = format.use === 'screen' || format.use === 'print';
  return {
    format,
    template: shippedTemplates[0] as Template,
    scheme: schemeOf({ deep: 255, accent: 90, second: 30 }),
    motifs: { trade: ['hot-beverage', 'croissant'], season: ['snowflake', 'bell'] },
    url: coded ? aUrl : undefined,
    ...over,
    words: wordsFor(format, over.words ?? someWords),
  };
}

/** A card for the table carries one line of small print. */
function wordsFor({ use, width }: Format, words: Words): Words {
  return use === 'print' && width < 180 ? { ...words, steps: [], notices: words.notices.slice(1, 2) } : words;
}
