import { describe, expect, it } from 'vitest';
import { qrBlock } from './qr-block.js';

describe('qrBlock', () => {
  it('leaves four light modules on every side of the code', () => {
    const { items } = qrBlock('https://on.example/e/ondo12', 74, 6);
    const [ground, code] = items;

    expect(ground).toMatchObject({
      kind: 'rect',
      fill: '#ffffff',
      box: { x: 0, y: 0, width: 74, height: 74 },
    });
    const scale = code?.kind === 'path' ? code.scale : 0;
    const margin = code?.kind === 'path' ? code.x : 0;
    expect(margin / scale).toBeCloseTo(4);
  });

  it('prints modules of 0.4 mm and more for any address we make', () => {
    const [, code] = qrBlock(`https://on.example/e/${'a'.repeat(60)}`, 74, 6).items;
    expect(code?.kind === 'path' ? code.scale : 0).toBeGreaterThan(0.4);
  });
});
