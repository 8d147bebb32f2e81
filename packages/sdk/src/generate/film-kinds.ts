import type { FilmShape } from '../render/film/film-input.js';
import type { Brief } from '../schema/brief.js';
import type { Channel } from '../schema/primitives.js';

/** One film to make for a channel. */
export interface FilmKind {
  readonly channel: Channel;
  readonly shape: FilmShape;
  /** Of the file. */
  readonly name: string;
}

/**
 * Who shows films. KT's screens take 1920×1080 (assumed, as their pictures' size is); Instagram's reels and stories
 * are 1080×1920. A KakaoTalk message and a blog post carry pictures, a telephone line words.
 */
export const filmKinds: readonly FilmKind[] = [
  { channel: 'instagram', shape: 'tall', name: 'reel' },
  { channel: 'wooridongne_tv', shape: 'wide', name: 'spot' },
  { channel: 'genie_tv', shape: 'wide', name: 'spot' },
];

/** Whether the brief asks for a film that some channel shows. */
export function showsFilm(
  { video, channels }: Pick<Brief, 'video' | 'channels'>,
  channel?: Channel,
): boolean {
  const asked = channel === undefined ? channels : [channel];
  return video !== false && filmKinds.some((kind) => asked.includes(kind.channel));
}
