import { type Brand, schemeOfBrand } from '../colour/scheme.js';
import { toneOn } from '../colour/tone.js';
import type { Palette } from '../palette.js';

/**
 * A film's colours from a brand's. A colour too light for letters on paper calls from the accents instead, and a darker one
 * of its hue is the ground: every pair of the palette is readable.
 */
export function paletteOfBrand({ colour, accent }: Brand): Palette {
  const readable = toneOn(schemeOfBrand({ colour, accent }), 'paper', 'brand');
  const brand = readable === colour ? { colour, accent } : { colour: readable, accent: colour };
  const scheme = schemeOfBrand(brand);
  return {
    name: 'brand',
    deep: scheme.deep,
    deepSoft: scheme.deepShade,
    onDeep: toneOn(scheme, 'deep', 'strong'),
    onDeepSoft: toneOn(scheme, 'deep', 'soft'),
    accent: scheme.accent,
    onAccent: toneOn(scheme, 'accent', 'strong'),
    paper: scheme.paper,
    card: scheme.card,
    ink: scheme.ink,
    muted: toneOn(scheme, 'paper', 'soft'),
    line: scheme.paperShade,
  };
}
