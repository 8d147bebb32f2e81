import { type Palette, palettes } from '@kt-event/sdk';

/** One rule for each palette of the pictures, so that a page has the colours of its poster. */
export function themeCss(): string {
  return palettes.map(ruleOf).join('\n');
}

function ruleOf({ name, ...colours }: Palette): string {
  const variables = Object.entries(colours).map(([key, value]) => `--${kebab(key)}:${value}`);
  return `.theme-${name}{${variables.join(';')}}`;
}

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
