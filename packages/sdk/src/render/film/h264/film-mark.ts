import { xmpPacket } from '../../picture/xmp-packet.js';

/** What of a film a model has made. */
export interface MadeByModel {
  readonly voice: boolean;
  readonly clip: boolean;
}

/** A film of which no person speaks, or whose beginning nobody has filmed: a composite, as IPTC calls it. */
const sourceType = 'compositeSynthetic';
/** Of XMP in a file of boxes. @see Adobe, XMP Specification Part 3, 2.5 */
const xmpId = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');

/** For people who look at what a file says of itself (AI 기본법 §31); undefined where no model had a hand. */
export function filmComment({ voice, clip }: MadeByModel): string | undefined {
  const parts = [...(clip ? ['AI 영상'] : []), ...(voice ? ['AI 음성'] : [])];
  if (parts.length === 0) return undefined;
  return `${parts.join(', ')} · http://cv.iptc.org/newscodes/digitalsourcetype/${sourceType}`;
}

/** The same for programs: a box behind all others, so that what players look for stays where it is. */
export function withFilmMark(film: Uint8Array): Uint8Array {
  const packet = xmpPacket(sourceType);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(head.length + xmpId.length + packet.length);
  head.write('uuid', 4, 'latin1');
  return Buffer.concat([film, head, xmpId, packet]);
}
