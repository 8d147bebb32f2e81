import type { Parts } from './client-parts.js';
import { proposeOffline } from './client-planning.js';
import { generate } from './generate/generate.js';
import type { Sketching } from './sketching.js';

const sketchLabel = '미리보기 · 실제 이벤트가 아닙니다';

export function sketching(parts: Parts): Sketching {
  const { renderer, films } = parts;
  return {
    async sketch(brief, { folder, onItem, signal }) {
      const designs = await parts.designsOf(brief);
      const plan = await proposeOffline(parts, brief, {});
      const entryUrl = (place: string) => `${parts.publicUrl()}/e/preview?from=${place}`;
      const media = parts.media(folder);
      const creatives = await generate(
        { brief, plan, entryUrl, label: sketchLabel },
        { media, renderer, designs, films, onItem },
        signal,
      );
      return { plan, creatives };
    },
  };
}
