import { toOklch } from './oklch.js';

/** Upper ends of the hues that have a name of their own. By eye. */
const names: readonly (readonly [end: number, name: string])[] = [
  [12, 'pink'],
  [40, 'red'],
  [70, 'orange'],
  [108, 'yellow'],
  [135, 'lime green'],
  [165, 'green'],
  [205, 'teal'],
  [235, 'sky blue'],
  [275, 'blue'],
  [310, 'violet'],
  [345, 'magenta'],
  [360, 'pink'],
];

/** A colour, `#rrggbb`, as one says it: `deep blue`. Models that paint know words, not numbers. */
export function hueOf(hex: string): string {
  const { lightness, chroma, hue } = toOklch(hex);
  const shade = lightness < 0.45 ? 'deep ' : lightness > 0.85 ? 'pale ' : '';
  if (chroma < 0.03) return `${shade}grey`;
  const [, name] = names.find(([end]) => hue <= end) ?? [360, 'pink'];
  return `${shade}${name}`;
}
