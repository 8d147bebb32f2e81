import type { Design } from '../design/design.js';
import type { Scene } from '../scene/scene.js';
import { renderable } from '../text/renderable.js';

/** What everyone has to be told, wherever a campaign is seen; with a code where it is scanned. */
const needed = ['store', 'title', 'period'] as const;

/** Names of what a template forgot: without it a picture is no announcement. */
export function lostWords({ items }: Scene, { words, url }: Design): string[] {
  const said = items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('');
  const seen = squeezed(said);
  const lost = needed.filter((role) => !seen.includes(squeezed(lettersOf(words[role]))));
  const hasCode = items.some((item) => item.kind === 'path' && item.fill === '#111111');
  return [...lost, ...(url === undefined || hasCode ? [] : ['qr'])];
}

const squeezed = (text: string) => text.replace(/\s/g, '');
/** Emoji are drawn, not set. */
const lettersOf = (text: string) =>
  renderable(text).text.replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '');
