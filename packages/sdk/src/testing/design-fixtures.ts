import { hardWords } from '../render/check/hard-words.js';
import { schemeOf } from '../render/colour/scheme.js';
import type { Design } from '../render/design/design.js';
import type { Format } from '../render/design/frame.js';
import { openDesigns } from '../render/design/open-designs.js';
import type { Template } from '../render/design/template-schema.js';
import type { Words } from '../render/design/words.js';

export const shippedTemplates: readonly Template[] = (await openDesigns()).templates;

const { plain } = hardWords;

export const someWords: Words = {
  ...plain,
  store: '카페 온도',
  odds: '추첨 10명 · 예상 응모 198명 중 10명',
  notices: plain.notices.filter((_, no) => no === 0 || no === 2 || no === 5),
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
