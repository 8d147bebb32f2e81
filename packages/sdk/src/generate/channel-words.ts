import { createHash } from 'node:crypto';
import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import type { Plan } from '../schema/plan.js';
import type { Channel } from '../schema/primitives.js';
import { type ChannelText, createChannelText } from './channel-text.js';
import type { Made } from './made.js';
import type { Rewriting } from './rewriting.js';
import { ringScript } from './ring-script.js';

export interface ChannelWords {
  readonly brief: Brief;
  readonly plan: Plan;
  /** The entry page, tagged for the channel. */
  readonly link: string;
  readonly label?: string | undefined;
  /** A model painted what is shown with it. */
  readonly painted: boolean;
  /** A model made what a film shown with it begins with. */
  readonly filmed: boolean;
  /** What came of asking a model for these words. Absent: none was asked. */
  readonly rewriting?: Rewriting | undefined;
}

/** The text of one channel, as a file. */
export function makeText(channel: Channel, words: ChannelWords): Made {
  const { text, hashtags } = wordsFor(channel, words);
  const bytes = new TextEncoder().encode(text);
  const { plan, rewriting: { written, unwritten } = {} } = words;
  const creative: Creative = {
    id: `${channel}-text`,
    kind: 'text',
    channel,
    path: `creatives/${channel}/text.txt`,
    mediaType: 'text/plain; charset=utf-8',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text,
    hashtags: [...hashtags],
    mode: written?.mode ?? plan.mode,
    madeBy: [...plan.madeBy, ...(written ? [written.madeBy] : [])].join(' + '),
    ...(written && { writtenBy: written.madeBy }),
    ...(unwritten && { unwritten }),
    dropped: [],
  };
  return { creative, bytes };
}

/** A ring-back tone is heard: its words are those that are spoken. */
function wordsFor(
  channel: Channel,
  { rewriting, ...input }: ChannelWords,
): Pick<ChannelText, 'text' | 'hashtags'> {
  const seen = { ...input, written: rewriting?.written };
  if (channel === 'ringo_biz') return { text: ringScript(seen).script, hashtags: [] };
  return createChannelText(channel, seen);
}
