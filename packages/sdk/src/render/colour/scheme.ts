import { contrast, leastContrast } from './contrast.js';
import { type Oklch, toHex, toOklch } from './oklch.js';

/**
 * The colours of one design, `#rrggbb`. Each ground has a shade for what may be drawn under text: text on a ground is
 * readable on its shade too.
 */
export interface Scheme {
  readonly deep: string;
  readonly deepShade: string;
  readonly accent: string;
  readonly accentShade: string;
  readonly second: string;
  readonly secondShade: string;
  readonly paper: string;
  readonly paperShade: string;
  readonly card: string;
  readonly cardShade: string;
  readonly ink: string;
}

/** Hues in degrees, as {@link Oklch} counts them. */
export interface Hues {
  readonly deep: number;
  readonly accent: number;
  readonly second: number;
}

/** Brand colours, `#rrggbb`. The first is used as it is. */
export interface Brand {
  readonly colour: string;
  readonly accent?: string | undefined;
}

/** Colours that go together, from three hues. */
export function schemeOf({ deep, accent, second }: Hues): Scheme {
  return around(
    toHex({ lightness: 0.39 + warmth(deep) * 0.07, chroma: 0.135, hue: deep }),
    toHex({ lightness: 0.87, chroma: 0.15, hue: accent }),
    toHex({ lightness: 0.77, chroma: 0.125, hue: second }),
  );
}

/** Colours that go with a brand's. */
export function schemeOfBrand({ colour, accent }: Brand): Scheme {
  const brand = toOklch(colour);
  const dark = brand.lightness < 0.62;
  const other = toHex({ lightness: dark ? 0.88 : 0.34, chroma: dark ? 0.13 : 0.09, hue: partner(brand) });
  const second = toHex({ lightness: dark ? 0.72 : 0.5, chroma: 0.14, hue: brand.hue + 30 });
  const apart = accent !== undefined && contrast(accent, colour) >= 2;
  return around(colour, apart ? accent : other, second);
}

function around(deep: string, accent: string, second: string): Scheme {
  const { hue, chroma } = toOklch(deep);
  const tint = (lightness: number, most: number) => toHex({ lightness, chroma: Math.min(chroma, most), hue });
  return {
    deep,
    deepShade: shadeOf(deep, 0.05),
    accent,
    accentShade: shadeOf(accent, -0.04),
    second,
    secondShade: shadeOf(second, -0.04),
    paper: tint(0.972, 0.014),
    paperShade: tint(0.925, 0.026),
    card: '#ffffff',
    cardShade: tint(0.945, 0.016),
    ink: tint(0.22, 0.035),
  };
}

/** The ground, a step lighter or darker, so that some text is readable on both. */
function shadeOf(ground: string, step: number): string {
  const { lightness, chroma, hue } = toOklch(ground);
  const shades = [step, -step].map((by) => toHex({ lightness: lightness + by, chroma, hue }));
  const readable = (shade: string) =>
    ['#ffffff', '#000000'].some(
      (text) => contrast(text, ground) >= leastContrast && contrast(text, shade) >= leastContrast,
    );
  return shades.find(readable) ?? ground;
}

/** Across the circle, but never into the olive greens, which look stale beside any colour. */
function partner({ hue }: Oklch): number {
  const across = (hue + 165) % 360;
  return across > 95 && across < 140 ? 88 : across;
}

/** Reds and oranges look dull where blues look deep. */
function warmth(hue: number): number {
  return Math.max(0, Math.cos(((hue - 30) * Math.PI) / 180));
}
