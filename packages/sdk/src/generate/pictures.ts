import type { Design, Drawing, Drawn, Output, Picture, Words } from '../render/index.js';
import type { Look } from './choose-designs.js';
import type { PaperKind, PictureKind } from './creative-kinds.js';
import { type Made, toMade } from './made.js';
import { describe, tentWords } from './words.js';

/** Draws one picture: the renderer's threads, or this one. */
export type Draw = (drawing: Drawing) => Promise<Drawn>;

/** A picture that a model painted, and the words that say so. */
export interface Painted {
  readonly picture: Picture;
  readonly aiLabel: string;
  /** The model's provider. */
  readonly madeBy: string;
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
  readonly painted: Painted | undefined;
}

export async function makePicture(kind: PictureKind, input: PictureInput, draw: Draw): Promise<Made> {
  const { channel, widthPx, heightPx, format, mostBytes, use } = kind;
  const name = `${kind.name}${suffix(input)}`;
  const design = {
    ...designOf(input),
    format: { use, width: widthPx, height: heightPx },
    url: use === 'screen' ? input.link : undefined, // the phone that would scan it is showing it
  };
  const output: Output =
    format === 'jpeg' ? { format, widthPx, heightPx, mostBytes } : { format, widthPx, heightPx };
  const creative = {
    ...common(input, 'image', kind.spare),
    id: `${channel}-${name}`,
    channel,
    path: `creatives/${channel}/${name}.${format === 'jpeg' ? 'jpg' : 'png'}`,
    mediaType: `image/${format}`,
    widthPx,
    heightPx,
    mostBytes,
  };
  return toMade(creative, await draw({ design, output }));
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
  const design = {
    ...designOf({ ...input, words }),
    format: { use: 'print', width: kind.widthMm, height: kind.heightMm },
    url: input.link,
  } as const;
  const creative = {
    ...common(input, 'poster', false),
    id: `print-${kind.name}-${format}`,
    channel: 'print',
    path: `creatives/print/${kind.name}.${format}`,
    mediaType: format === 'png' ? 'image/png' : 'application/pdf',
    ...(format === 'png' && { widthPx, heightPx }),
  } as const;
  return toMade(
    creative,
    await draw({ design, output: format === 'png' ? { format, widthPx, heightPx } : { format } }),
  );
}

function designOf({ look, words, logo, label, painted }: PictureInput): Omit<Design, 'format'> {
  const { template, scheme, motifs } = look;
  return {
    template,
    scheme,
    motifs,
    words,
    logo,
    label,
    picture: painted?.picture,
    aiLabel: painted?.aiLabel,
  };
}

function common(input: PictureInput, kind: 'image' | 'poster', spareSize: boolean) {
  const { look, words, label, painted } = input;
  return {
    kind,
    text: describe(words, label),
    look: look.template.name,
    ...((input.spare || spareSize) && { spare: true }),
    mode: 'local',
    madeBy: painted === undefined ? 'template' : `template + ${painted.madeBy}`,
    ...(painted && { paintedBy: painted.madeBy }),
    hashtags: [],
  } as const;
}

const suffix = ({ number }: PictureInput) => (number === 1 ? '' : `-${number}`);
