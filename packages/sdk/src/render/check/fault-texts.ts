import type { Bilingual } from '../../errors/index.js';

/** What can be wrong with what is drawn from a template. */
export type FaultKind = 'overflow' | 'outside' | 'overlap' | 'contrast' | 'glyph' | 'missing';

interface Texts {
  readonly message: (what: string) => Bilingual;
  readonly fix: Bilingual;
}

const texts: Readonly<Record<FaultKind, Texts>> = {
  overflow: {
    message: () => ({
      ko: '긴 글이 들어갈 자리가 없습니다. 가장 작은 글자로도 넘칩니다',
      en: 'There is no room for long texts, not even at the smallest size',
    }),
    fix: {
      ko: 'content의 box를 키우거나, 없어도 되는 조각에 "optional": true를 쓰세요',
      en: 'Enlarge the box of the content, or give pieces that may go "optional": true',
    },
  },
  outside: {
    message: (what) => ({
      ko: `안전 영역 밖으로 나간 글: ${what}`,
      en: `Text outside the safe area: ${what}`,
    }),
    fix: {
      ko: 'content의 box를 0~100 안에 두세요. [왼쪽, 위, 너비, 높이]',
      en: 'Keep the box of the content within 0 to 100: [left, top, width, height]',
    },
  },
  overlap: {
    message: (what) => ({ ko: `서로 겹치는 글: ${what}`, en: `Texts on one another: ${what}` }),
    fix: {
      ko: '두 content의 box가 겹치지 않게 하세요',
      en: 'Let the boxes of two contents not overlap',
    },
  },
  contrast: {
    message: (what) => ({ ko: `바탕과 4.5 : 1보다 흐린 글: ${what}`, en: `Fainter than 4.5 : 1: ${what}` }),
    fix: {
      ko: 'content의 "on"에 실제로 뒤에 있는 색을 쓰거나, 글을 card에 담으세요',
      en: 'Let "on" of the content name the colour that is behind it, or put the words on a card',
    },
  },
  glyph: {
    message: (what) => ({ ko: `글꼴에 없는 글자: ${what}`, en: `No glyph for: ${what}` }),
    fix: { ko: '"face": "bold"를 쓰세요', en: 'Use "face": "bold"' },
  },
  missing: {
    message: (what) => ({
      ko: `반드시 있어야 하는 것이 없습니다: ${what}`,
      en: `Lacks what it must show: ${what}`,
    }),
    fix: {
      ko: '{"text": "store"}, {"text": "title"}, {"text": "period"}, {"qr": 160} 가운데 빠진 것을 넣고 "optional"을 빼세요',
      en: 'Add {"text": "store"}, {"text": "title"}, {"text": "period"} or {"qr": 160}, without "optional"',
    },
  },
};

export function textOfFault(
  kind: FaultKind,
  what: string,
): { readonly message: Bilingual; readonly fix: Bilingual } {
  const { message, fix } = texts[kind];
  return { message: message(what), fix };
}
