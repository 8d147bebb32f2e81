import { qrPath } from '../qr-path.js';
import type { Block } from './block.js';

/** Modules of light border that readers need on every side (ISO/IEC 18004). */
const quietModules = 4;

/** Width of the light border of such a code: so much is there to be hung out of a margin. */
export function quietZone(url: string, side: number): number {
  const { modules } = qrPath(url);
  return (quietModules * side) / (modules + 2 * quietModules);
}

/** A QR code with its quiet zone: `side` is the outer side. Dark on light whatever the palette. */
export function qrBlock(url: string, side: number, radius: number): Block {
  const { d, modules } = qrPath(url);
  const scale = side / (modules + 2 * quietModules);
  const offset = quietModules * scale;
  return {
    width: side,
    height: side,
    items: [
      { kind: 'rect', box: { x: 0, y: 0, width: side, height: side }, radius, fill: '#ffffff' },
      { kind: 'path', d, x: offset, y: offset, scale, fill: '#111111' },
    ],
  };
}
