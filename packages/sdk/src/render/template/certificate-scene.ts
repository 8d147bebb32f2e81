import { type Palette, palettes } from '../palette.js';
import { type Block, emptyBlock, place, stack } from '../scene/block.js';
import type { Item, Scene } from '../scene/scene.js';
import { textBlock } from '../scene/text-block.js';
import { droppedFrom, renderable } from '../text/renderable.js';
import type { CertificateInput } from './certificate-input.js';
import {
  certificateFacts,
  certificateFingerprint,
  certificateFoot,
  certificateHead,
  certificateMeaning,
} from './certificate-sections.js';
import { certificateWinners } from './certificate-winners.js';
import { fitLayout } from './fit-layout.js';
import { mmPerPoint } from './points.js';

const page = { width: 210, height: 297, bleed: 0 } as const;
const margin = 16;
const width = page.width - 2 * margin;
const safe = { x: 5, y: 3, width: page.width - 10, height: page.height - 8 } as const;
const bottom = page.height - 12;
const gap = 5;
/** Winners' heading, one prize with a row of numbers, and how many more there are. */
const leastForWinners = 26;

/**
 * Lays the certificate of a draw out on one page of A4.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function createCertificateScene(input: CertificateInput): Scene {
  const palette = inkPalette();
  const band = labelBand(input.label);
  const top = band.height + 12;
  const layout = fitLayout(
    'A4 certificate',
    (scale) => fixedParts(input, { palette, scale, width }, top),
    ({ room }) => room >= leastForWinners,
  );
  const winners = certificateWinners(input.prizes, { palette, scale: layout.scale, width }, layout.room);
  const paper: Item = { kind: 'rect', box: { x: 0, y: 0, ...page }, radius: 0, fill: '#ffffff' };
  return {
    unit: 'mm',
    ...page,
    safe,
    title: renderable(`추첨 증명서 ${input.eventName}`).text,
    items: [
      paper,
      ...place(band, 0, 0),
      ...place(layout.upper, margin, top),
      ...place(winners, margin, top + layout.upper.height + gap),
      ...place(layout.foot, margin, bottom - layout.foot.height),
    ],
    dropped: droppedFrom(textsOf(input)),
  };
}

/** The same for every store: a document, not an advertisement. */
function inkPalette(): Palette {
  return palettes.find(({ name }) => name === 'ocean') ?? palettes[0];
}

interface FixedParts {
  readonly scale: number;
  readonly upper: Block;
  readonly foot: Block;
  /** Height left for the winners. */
  readonly room: number;
}

function fixedParts(
  input: CertificateInput,
  style: Parameters<typeof certificateHead>[1],
  top: number,
): FixedParts {
  const upper = stack(
    [
      certificateHead(input, style),
      certificateFingerprint(input.fingerprint, style),
      certificateFacts(input.facts, style),
      certificateMeaning(input, style),
    ],
    gap,
  );
  const foot = certificateFoot(input, style);
  return { scale: style.scale, upper, foot, room: bottom - top - upper.height - foot.height - 2 * gap };
}

/** A warning is red whatever the rest of the page is. */
const warning = { ground: '#b02a0c', text: '#ffffff' } as const;

/** Across the whole page, and nobody overlooks it. */
function labelBand(label: string | undefined): Block {
  const text = textBlock(label ?? '', {
    face: 'bold',
    fill: warning.text,
    maxWidth: width,
    size: 16 * mmPerPoint,
    minSize: 10 * mmPerPoint,
    maxLines: 1,
    centred: true,
  });
  if (text.height === 0) return emptyBlock;
  const box = { x: 0, y: 0, width: page.width, height: text.height + 8 };
  return {
    width: page.width,
    height: box.height,
    items: [{ kind: 'rect', box, radius: 0, fill: warning.ground }, ...place(text, margin, 4)],
  };
}

function textsOf({ prizes, facts, url, ...texts }: CertificateInput): string[] {
  const words = Object.values(texts).filter((text) => text !== undefined);
  return [...words, ...facts.flatMap(({ name, value }) => [name, value]), ...prizes.map(({ name }) => name)];
}
