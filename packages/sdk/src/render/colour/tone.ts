import { contrast, leastContrast, mix } from './contrast.js';
import { toHex, toOklch } from './oklch.js';
import type { Scheme } from './scheme.js';

/** What text may stand on. */
export type Ground = 'deep' | 'accent' | 'second' | 'paper' | 'card';
/** How a text speaks: at full strength, more quietly, in the brand's colour, in the calling colour. */
export type Tone = 'strong' | 'soft' | 'brand' | 'call';

/** The colour of a text on a ground: by computing, at least 4.5 : 1 on the ground and on its shade. */
export function toneOn(scheme: Scheme, ground: Ground, tone: Tone): string {
  const backs = [scheme[ground], scheme[`${ground}Shade`]];
  const strong = strongest(['#ffffff', scheme.ink, '#000000'], backs);
  switch (tone) {
    case 'strong':
      return strong;
    case 'soft':
      return softened(strong, backs);
    case 'brand':
      return coloured([scheme.deep, scheme.accent], backs, strong);
    case 'call':
      return coloured([scheme.accent, scheme.second], backs, strong);
  }
}

/** The worst of the grounds counts. */
function worst(text: string, backs: readonly string[]): number {
  return Math.min(...backs.map((back) => contrast(text, back)));
}

/** The first that is good enough to read at length, else the best. */
function strongest(texts: readonly string[], backs: readonly string[]): string {
  const good = texts.find((text) => worst(text, backs) >= leastContrast);
  return good ?? [...texts].sort((a, b) => worst(b, backs) - worst(a, backs))[0] ?? '#000000';
}

function softened(strong: string, backs: readonly string[]): string {
  for (const share of [0.28, 0.2, 0.12, 0.06]) {
    const soft = mix(strong, backs[0] ?? strong, share);
    if (worst(soft, backs) >= leastContrast) return soft;
  }
  return strong;
}

/** One of the colours, darker or lighter where that helps, else the plain text colour. */
function coloured(colours: readonly string[], backs: readonly string[], plain: string): string {
  const way = toOklch(plain).lightness < 0.5 ? -1 : 1;
  return (
    colours.flatMap((colour) => steps(colour, way)).find((one) => worst(one, backs) >= leastContrast) ?? plain
  );
}

/** The colour, and the same further and further away from the ground. */
function steps(colour: string, way: 1 | -1): string[] {
  const { lightness, chroma, hue } = toOklch(colour);
  const moved = [0.05, 0.1, 0.16, 0.22].map((by) => toHex({ lightness: lightness + way * by, chroma, hue }));
  return [colour, ...moved];
}
