import { type Block, emptyBlock } from '../scene/block.js';
import type { Item } from '../scene/scene.js';
import { emojiItems } from '../scene/text-block.js';
import type { Motifs, Setting } from './setting.js';
import type { TemplateNode } from './template-schema.js';

type MotifNode = Extract<TemplateNode, { motif: unknown }>;

/** The drawing that stands for the trade, its companion, or the season's. */
export function motifName({ trade, season }: Motifs, which: MotifNode['motif']): string {
  const [hero = 'wrapped-gift', side = hero] = trade;
  return which === 'hero' ? hero : which === 'side' ? side : (season[0] ?? side);
}

export function motifBlock(
  { motif, size, disc }: MotifNode,
  { motifs, scheme, unit, scale }: Setting,
): Block {
  const side = size * unit * scale;
  const name = motifName(motifs, motif);
  if (disc === undefined) return { width: side, height: side, items: emojiItems(name, 0, 0, side) };
  const box = { x: 0, y: 0, width: side, height: side };
  const ground: Item = { kind: 'rect', box, radius: side / 2, fill: scheme[disc] };
  return {
    width: side,
    height: side,
    items: [ground, ...emojiItems(name, side * 0.18, side * 0.18, side * 0.64)],
  };
}

/** The store's logo, no taller than that and no wider than the room. On a light card, since most are made for paper. */
export function logoBlock(height: number, { logo, unit, width }: Setting): Block {
  if (!logo) return emptyBlock;
  const pad = height * unit * 0.14;
  const most = { width: Math.min(width, height * unit * 4) - 2 * pad, height: height * unit - 2 * pad };
  const scale = Math.min(most.width / logo.widthPx, most.height / logo.heightPx);
  const size = { width: logo.widthPx * scale, height: logo.heightPx * scale };
  const box = { x: pad, y: pad, ...size };
  const outer = { width: size.width + 2 * pad, height: size.height + 2 * pad };
  return {
    ...outer,
    items: [
      { kind: 'rect', box: { x: 0, y: 0, ...outer }, radius: pad, fill: '#ffffff' },
      { kind: 'picture', box, radius: 0, fit: 'contain', picture: logo },
    ],
  };
}
