import { type Palette, paletteFor } from '../palette.js';
import { type Block, emptyBlock, place } from '../scene/block.js';
import type { Item, Scene } from '../scene/scene.js';
import { textBlock } from '../scene/text-block.js';
import { droppedFrom, renderable } from '../text/renderable.js';
import { fitLayout } from './fit-layout.js';
import { defaultEmoji, heroBlock } from './hero.js';
import type { PosterInput } from './poster-input.js';
import { headline, mmPerPoint, notices, prizeCard, qrSection } from './poster-sections.js';

/** A4 with 3 mm to trim. */
const page = { width: 210, height: 297, bleed: 3 } as const;
const safe = { x: 5, y: 5, width: 200, height: 287 } as const;
const margin = 14;
const columnWidth = page.width - 2 * margin;
/** The headline leaves the right third to the illustration. */
const headlineWidth = 122;
const heroSide = 54;
/** How far the prize card reaches up into the headline's ground. */
const overlap = 12;

interface Sections {
  readonly headline: Block;
  readonly prize: Block;
  readonly qr: Block;
  readonly notices: Block;
  /** Height left over; negative when the sections do not fit. */
  readonly slack: number;
}

/**
 * Lays an A4 QR poster out. `dropped` of the result names the characters that could not be drawn.
 *
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export function createPosterScene(input: PosterInput): Scene {
  const palette = input.palette ?? paletteFor(input.storeName);
  const label = labelBand(input.label, palette);
  const bottom = page.height - (label.height > 0 ? label.height + 5 : 11);
  const sections = fitLayout(
    'A4 poster',
    (scale) => buildSections(input, palette, scale, bottom),
    ({ slack }) => slack >= 0,
  );
  return {
    unit: 'mm',
    ...page,
    safe,
    title: renderable(`${input.storeName} ${input.title}`).text,
    items: [
      ...placeSections(input, palette, sections, bottom),
      ...place(label, 0, page.height - label.height),
    ],
    dropped: droppedFrom(textsOf(input)),
  };
}

const [topSpace, headlineFoot, sectionGap] = [17, 9, 8];

function buildSections(input: PosterInput, palette: Palette, scale: number, bottom: number): Sections {
  const style = { palette, scale, width: columnWidth };
  const blocks = {
    headline: headline(input, { ...style, width: headlineWidth }),
    prize: prizeCard(input, style),
    qr: qrSection(input, style),
    notices: notices(input, style),
  };
  const headlineHeight = Math.max(blocks.headline.height, heroSide);
  const used = topSpace + headlineHeight + headlineFoot + blocks.prize.height;
  const below = blocks.qr.height + blocks.notices.height + (blocks.notices.height > 0 ? 2 : 1) * sectionGap;
  return { ...blocks, slack: bottom - used - below };
}

/** Spare height goes to the headline first, then evenly between the sections below. */
function placeSections(input: PosterInput, palette: Palette, sections: Sections, bottom: number): Item[] {
  const air = Math.min(sections.slack * 0.4, 30);
  const gap = sectionGap + (sections.slack - air) / 3;
  const headlineHeight = Math.max(sections.headline.height, heroSide);
  const prizeTop = topSpace + air + headlineHeight + headlineFoot;
  const qrTop = prizeTop + sections.prize.height + gap;
  const headlineTop = topSpace + (air + headlineHeight - sections.headline.height) / 2;
  const heroTop = topSpace + (air + headlineHeight - heroSide) / 2;
  const hero = heroBlock(input.emoji ?? defaultEmoji, heroSide, palette);
  return [
    ...ground(palette, prizeTop + overlap),
    ...place(hero, page.width - margin - heroSide, heroTop),
    ...place(sections.headline, margin, headlineTop),
    ...place(sections.prize, margin, prizeTop),
    ...place(sections.qr, margin, qrTop),
    ...place(sections.notices, margin, bottom - sections.notices.height),
  ];
}

/** Paper, the headline's ground and two large discs on it, all reaching into the bleed. */
function ground({ paper, deep, deepSoft }: Palette, deepHeight: number): Item[] {
  const { bleed } = page;
  const width = page.width + 2 * bleed;
  const disc = (x: number, y: number, side: number): Item => ({
    kind: 'rect',
    box: { x, y, width: side, height: side },
    radius: side / 2,
    fill: deepSoft,
  });
  const full = { x: -bleed, y: -bleed, width, height: page.height + 2 * bleed };
  return [
    { kind: 'rect', box: full, radius: 0, fill: deep },
    disc(118, -40, 140),
    disc(-46, deepHeight - 62, 84),
    {
      kind: 'rect',
      box: { ...full, y: deepHeight, height: full.height - deepHeight },
      radius: 0,
      fill: paper,
    },
  ];
}

/** The honest line, on a band along the foot. Its text keeps clear of the printer's 5 mm. */
function labelBand(label: string | undefined, { accent, onAccent }: Palette): Block {
  const text = textBlock(label ?? '', {
    face: 'bold',
    fill: onAccent,
    maxWidth: columnWidth,
    size: 13 * mmPerPoint,
    minSize: 8 * mmPerPoint,
    maxLines: 1,
    centred: true,
  });
  if (text.height === 0) return emptyBlock;
  const height = text.height + 8;
  const width = page.width + 2 * page.bleed;
  const box = { x: -page.bleed, y: 0, width, height: height + page.bleed };
  return {
    width,
    height,
    items: [{ kind: 'rect', box, radius: 0, fill: accent }, ...place(text, margin, 2.5)],
  };
}

function textsOf(input: PosterInput): string[] {
  const { palette, url, ...texts } = input;
  return Object.values(texts).flat();
}
