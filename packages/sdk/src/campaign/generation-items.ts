import { pictureKinds } from '../generate/creative-kinds.js';
import { filmKinds } from '../generate/film-kinds.js';
import type { JobClass } from '../runs/priority.js';
import type { Brief } from '../schema/brief.js';

/** What will be made of a brief, by the names that progress has. */
export function itemsOf({ channels }: Brief): string[] {
  const kindsOf = (kinds: readonly { readonly channel: string }[], channel: string, kind: string) =>
    kinds.some((one) => one.channel === channel) ? [`${channel}/${kind}`] : [];
  const own = channels.flatMap((channel) => [
    `${channel}/text`,
    ...(channel === 'ringo_biz' ? ['ringo_biz/audio'] : []),
    ...kindsOf(pictureKinds, channel, 'image'),
    ...kindsOf(filmKinds, channel, 'video'),
  ]);
  return [...own, 'print/poster'];
}

/** Films take far longer than pictures: campaigns without any go first, and wait for none. */
export function jobClassOf(brief: Brief): JobClass {
  return itemsOf(brief).some((item) => item.endsWith('/video')) ? 2 : 1;
}
