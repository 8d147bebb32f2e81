import { showsPicture } from '../render/design/shows-picture.js';
import type { Design, Drawing, Drawn, Format, Output, Picture, Words } from '../render/index.js';
import type { Creative } from '../schema/creative.js';
import type { Channel } from '../schema/primitives.js';
import type { Look } from './choose-designs.js';
import { type PaperKind, type PictureKind, pictureKinds } from './creative-kinds.js';
import { type Made, toMade } from './made.js';
import { markAsPainted, markBytes } from './painting/ai-mark.js';
import { describe, tentWords } from './words.js';

/** Draws one picture: the renderer's threads, or this one. */
export type Draw = (drawing: Drawing) => Promise<Drawn>;

/** A picture that a model painted, and the words that say so. */
export interface Painted {
  readonly picture: Picture;
  /** Undefined where the store has put on record why there is none. */
  readonly aiLabel: string | undefined;
  readonly mode: Creative['mode'];
  /** Provider and model: `openai/gpt-image-2`. */
  readonly madeBy: string;
}

/** What came of asking a model for the picture of one look. */
export interface Painting {
  readonly painted?: Painted;
  readonly unpainted?: Creative['unpainted'];
}

/** What every picture of one look is made of. */
export interface PictureInput {
  readonly look: Look;
  /** 1 to 3: of the campaign's looks. */
  readonly number: number;
  /** Not the look that the store publishes. */
  readonly spare: boolean;
  readonly words: Words;
  /** The entry page, tagged for the place where the picture is seen. */
  readonly link: string;
  readonly logo: Picture | undefined;
  readonly label: string | undefined;
  readonly painting: Painting | undefined;
}

export async function makePicture(kind: PictureKind, input: PictureInput, draw: Draw): Promise<Made> {
  const { channel, widthPx, heightPx, format, mostBytes, use } = kind;
  const name = `${kind.name}${suffix(input)}`;
  const shape = { use, width: widthPx, height: heightPx };
  const design = {
    ...designOf(input, shape),
    url: use === 'screen' ? input.link : undefined, // the phone that would scan it is showing it
  };
  const output: Output =
    format === 'jpeg'
      ? { format, widthPx, heightPx, mostBytes: mostBytes - (design.picture ? markBytes : 0) }
      : { format, widthPx, heightPx };
  const creative = {
    ...common(input, shape, 'image', kind.spare),
    id: `${channel}-${name}`,
    channel,
    path: `creatives/${channel}/${name}.${format === 'jpeg' ? 'jpg' : 'png'}`,
    mediaType: `image/${format}`,
    widthPx,
    heightPx,
    mostBytes,
  };
  return toMade(creative, marked(creative, await draw({ design, output })));
}

/** Something to print, for the store's own printer or for the print shop. */
export async function makePaper(
  kind: PaperKind,
  format: 'png' | 'pdf',
  input: PictureInput,
  draw: Draw,
): Promise<Made> {
  const { widthPx, heightPx } = kind;
  const words = kind.name === 'tent' ? tentWords(input.words) : input.words;
  const page = { use: 'print', width: kind.widthMm, height: kind.heightMm } as const;
  const { folded } = kind;
  const design = { ...designOf({ ...input, words }, page), url: input.link, folded };
  const creative = {
    ...common(input, page, 'poster', false),
    id: `print-${kind.name}-${format}`,
    channel: 'print',
    path: `creatives/print/${kind.name}.${format}`,
    mediaType: format === 'png' ? 'image/png' : 'application/pdf',
    ...(format === 'png' && { widthPx, heightPx }),
  } as const;
  const output: Output = format === 'png' ? { format, widthPx, heightPx } : { format };
  return toMade(creative, marked(creative, await draw({ design, output })));
}

/** With the mark that programs read, where a model had a hand in it. */
function marked({ paintedBy, mediaType }: Pick<Creative, 'paintedBy' | 'mediaType'>, drawn: Drawn): Drawn {
  return paintedBy === undefined ? drawn : { ...drawn, bytes: markAsPainted(drawn.bytes, mediaType) };
}

function designOf(input: PictureInput, format: Format): Design {
  const { look, words, logo, label } = input;
  const { template, scheme, motifs } = look;
  const painted = paintedIn(input, format);
  const { picture, aiLabel } = painted ?? {};
  return { format, template, scheme, motifs, words, logo, label, picture, aiLabel };
}

/** Nothing where this template has no room for it: then no model had a hand in it. */
function paintedIn({ look, painting }: PictureInput, format: Format): Painted | undefined {
  return showsPicture(look.template, format) ? painting?.painted : undefined;
}

function common(input: PictureInput, format: Format, kind: 'image' | 'poster', spareSize: boolean) {
  const { look, words, label, painting } = input;
  const painted = paintedIn(input, format);
  const unpainted = showsPicture(look.template, format) ? painting?.unpainted : undefined;
  const aiLabel = painted?.aiLabel;
  return {
    kind,
    text: describe(words, [label, aiLabel]),
    look: look.template.name,
    ...((input.spare || spareSize) && { spare: true }),
    mode: painted?.mode ?? 'local',
    madeBy: painted === undefined ? 'template' : `template + ${painted.madeBy}`,
    ...(painted && { paintedBy: painted.madeBy }),
    ...(aiLabel !== undefined && { aiLabel }),
    ...(unpainted && { unpainted }),
    hashtags: [],
  } as const;
}

/** Whether a model had a hand in what the channel shows. */
export function isPainted(channel: Channel, input: PictureInput): boolean {
  return pictureKinds.some((kind) => {
    const format = { use: kind.use, width: kind.widthPx, height: kind.heightPx };
    return kind.channel === channel && paintedIn(input, format)?.aiLabel !== undefined;
  });
}

const suffix = ({ number }: PictureInput) => (number === 1 ? '' : `-${number}`);
