/** The colours of one picture, `#rrggbb`. Text is never set in another pair than those named here. */
export interface Palette {
  readonly name: string;
  /** Ground of the headline. */
  readonly deep: string;
  /** Shapes on `deep`; text may cross them. */
  readonly deepSoft: string;
  /** Headline on `deep`. */
  readonly onDeep: string;
  /** Lesser text on `deep`. */
  readonly onDeepSoft: string;
  /** Small grounds that call. */
  readonly accent: string;
  readonly onAccent: string;
  /** Ground of the page. */
  readonly paper: string;
  /** Ground of cards. */
  readonly card: string;
  /** Text on `paper` and `card`; `deep` is used there too, for large text. */
  readonly ink: string;
  /** Small print on `paper` and `card`. */
  readonly muted: string;
  /** Hairlines and edges; carries no text. */
  readonly line: string;
}

const light = { onDeep: '#ffffff', card: '#ffffff' } as const;

export const palettes: readonly [Palette, ...Palette[]] = [
  {
    ...light,
    name: 'forest',
    deep: '#14532d',
    deepSoft: '#1c6337',
    onDeepSoft: '#dcfce7',
    accent: '#fde047',
    onAccent: '#1f2a12',
    paper: '#f2f7ef',
    ink: '#13231a',
    muted: '#4b5d51',
    line: '#d5e3d3',
  },
  {
    ...light,
    name: 'cocoa',
    deep: '#5b2e18',
    deepSoft: '#6f3b20',
    onDeepSoft: '#fdeadb',
    accent: '#ffc857',
    onAccent: '#3a1d0e',
    paper: '#fbf5ee',
    ink: '#2b1a10',
    muted: '#66544a',
    line: '#eadccd',
  },
  {
    ...light,
    name: 'ocean',
    deep: '#123e7c',
    deepSoft: '#1b4d94',
    onDeepSoft: '#dbeafe',
    accent: '#7ee0d0',
    onAccent: '#0b2b33',
    paper: '#f0f5fb',
    ink: '#101f36',
    muted: '#4a5a72',
    line: '#d3e0f0',
  },
  {
    ...light,
    name: 'berry',
    deep: '#a3123f',
    deepSoft: '#b51f4e',
    onDeepSoft: '#ffe8ee',
    accent: '#ffd166',
    onAccent: '#3d0a1b',
    paper: '#fdf3f5',
    ink: '#2d0f19',
    muted: '#6b4a54',
    line: '#f1d6dd',
  },
  {
    ...light,
    name: 'plum',
    deep: '#4a2077',
    deepSoft: '#5a2e8a',
    onDeepSoft: '#efe4ff',
    accent: '#ffb4a2',
    onAccent: '#3a1230',
    paper: '#f7f3fc',
    ink: '#221433',
    muted: '#5c4f6e',
    line: '#e1d6ee',
  },
  {
    ...light,
    name: 'ember',
    deep: '#b02a0c',
    deepSoft: '#bf3917',
    onDeepSoft: '#fff0e6',
    accent: '#ffe08a',
    onAccent: '#421605',
    paper: '#fef6ee',
    ink: '#2f160c',
    muted: '#6d5145',
    line: '#f3dece',
  },
];

/** Always the same palette for the same seed, such as a store's name. */
export function paletteFor(seed: string): Palette {
  return palettes[hash(seed) % palettes.length] ?? palettes[0];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
