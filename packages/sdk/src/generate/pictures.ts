import { createHash } from 'node:crypto';
import type { Drawing, Drawn, ImageInput, PosterInput } from '../render/index.js';
import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import type { PictureKind } from './creative-kinds.js';
import { emojiOf } from './emoji.js';
import { createFacts } from './facts.js';

/** A creative and what is in its file. */
export interface Made {
  readonly creative: Creative;
  readonly bytes: Uint8Array;
}

/** {@link Renderer.draw}, or another way of drawing. */
export type Draw = (drawing: Drawing) => Promise<Drawn>;

export interface PictureInput {
  readonly brief: Brief;
  readonly plan: Plan;
  /** The entry page, tagged for the place where the picture is seen. */
  readonly link: string;
  readonly label?: string | undefined;
}

export async function makePicture(kind: PictureKind, input: PictureInput, draw: Draw): Promise<Made> {
  const extension = kind.format === 'jpeg' ? 'jpg' : 'png';
  const drawing = { kind: 'image', input: toImage(kind, input), format: kind.format } as const;
  const creative = {
    id: `${kind.channel}-${kind.name}`,
    kind: 'image',
    channel: kind.channel,
    path: `creatives/${kind.channel}/${kind.name}.${extension}`,
    mediaType: `image/${kind.format}`,
    widthPx: kind.widthPx,
    heightPx: kind.heightPx,
    text: describe(input),
  } as const;
  return toMade(creative, await draw(drawing));
}

/** The A4 poster for the counter, for the screen and for the print shop. */
export async function makePoster(format: 'png' | 'pdf', input: PictureInput, draw: Draw): Promise<Made> {
  const creative = {
    id: `print-poster-${format}`,
    kind: 'poster',
    channel: 'print',
    path: `creatives/print/poster.${format}`,
    mediaType: format === 'png' ? 'image/png' : 'application/pdf',
    ...(format === 'png' && { widthPx: 2480, heightPx: 3508 }),
    text: describe(input),
  } as const;
  return toMade(creative, await draw({ kind: 'poster', input: toPoster(input), format }));
}

/** Names what made a creative, and the bytes of its file. */
export function toMade(
  picture: Omit<Creative, 'bytes' | 'sha256' | 'mode' | 'madeBy' | 'hashtags' | 'dropped'>,
  { bytes, dropped }: Drawn,
): Made {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const made = { mode: 'local', madeBy: 'template' } as const;
  const creative = { ...picture, ...made, bytes: bytes.length, sha256, hashtags: [], dropped: [...dropped] };
  return { creative, bytes };
}

function toImage({ widthPx, heightPx, scannable }: PictureKind, input: PictureInput): ImageInput {
  const { brief, plan, link, label } = input;
  const facts = createFacts(brief, plan);
  return {
    widthPx,
    heightPx,
    storeName: brief.store.name,
    title: brief.name,
    subtitle: chosenConcept(plan).title,
    prizeLine: shortPrize(plan),
    periodLine: facts.period,
    badge: facts.badge,
    emoji: emojiOf[brief.store.industry],
    ...(label !== undefined && { label }),
    ...(scannable && { url: link }),
  };
}

function toPoster({ brief, plan, link, label }: PictureInput): PosterInput {
  const facts = createFacts(brief, plan);
  const concept = chosenConcept(plan);
  return {
    storeName: brief.store.name,
    title: brief.name,
    subtitle: concept.title,
    prizeLines: posterPrizes(concept.prizes),
    periodLine: facts.period,
    oddsLine: `${facts.badge} · ${facts.odds}`,
    howTo: facts.howTo,
    notices: [...facts.terms.slice(-1), ...facts.notices].map(({ text }) => text),
    url: link,
    shortUrl: typedUrl(link),
    emoji: emojiOf[brief.store.industry],
    ...(label !== undefined && { label }),
  };
}

/** An address as people type it: its tag is not worth the while. */
export function typedUrl(link: string): string {
  return link.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}

/** A poster is read from two steps away: few lines, and the rest where the code leads. */
const mostPosterPrizes = 4;

function posterPrizes(prizes: readonly Prize[]): string[] {
  const lines = prizes.map(({ name, quantity }) => `${name} ${quantity}명`);
  if (lines.length <= mostPosterPrizes) return lines;
  const shown = lines.slice(0, mostPosterPrizes - 1);
  return [...shown, `외 ${lines.length - shown.length}종은 참여 페이지에`];
}

/** `아메리카노 1잔 10명 외 2종` */
export function shortPrize(plan: Plan): string {
  const [first, ...others] = chosenConcept(plan).prizes;
  const more = others.length > 0 ? ` 외 ${others.length}종` : '';
  return first ? `${first.name} ${first.quantity}명${more}` : '';
}

/** The alternative text: what somebody who cannot see the picture must know. */
export function describe({ brief, plan, label }: PictureInput): string {
  const { period } = createFacts(brief, plan);
  const parts = [label, brief.store.name, brief.name, shortPrize(plan), period];
  return parts.filter((part) => part !== undefined).join(', ');
}
