import { z } from 'zod';
import { chosenBy } from './chosen-by.js';

/** Colours by their part in the design. */
export const colourSchema = z.enum([
  'deep',
  'deepShade',
  'accent',
  'accentShade',
  'second',
  'secondShade',
  'paper',
  'paperShade',
  'card',
  'cardShade',
  'ink',
]);
type Colour = z.infer<typeof colourSchema>;

export const groundSchema = z.enum(['deep', 'accent', 'second', 'paper', 'card']);
const toneSchema = z.enum(['strong', 'soft', 'brand', 'call']);
export const alignSchema = z.enum(['left', 'center', 'right']);
export type Align = z.infer<typeof alignSchema>;

/** A thousandth of the short side of the safe area. */
export const unitsSchema = z.number().min(0).max(1_000);

/** What a text says: a part of the campaign, or the same words for everyone. */
const wordsSchema = z.enum([
  'store',
  'title',
  'subtitle',
  'prize',
  'period',
  'badge',
  'odds',
  'place',
  'call',
  'address',
]);
export type WordsRole = z.infer<typeof wordsSchema>;

const setting = {
  size: unitsSchema,
  face: z.enum(['display', 'bold', 'regular']).default('bold'),
  tone: toneSchema.default('strong'),
  /** Lines wanted: the text shrinks to three fifths before it takes more. */
  lines: z.int().min(1).max(8).default(2),
  /** Distance of baselines in font sizes. */
  leading: z.number().min(0.9).max(2).default(1.3),
};

/** Left out where there is no room for everything. */
const optional = z.boolean().default(false);

const textSchema = z.strictObject({ text: wordsSchema, ...setting, optional });
const saySchema = z.strictObject({ say: z.string().min(1).max(60), ...setting, optional });
const listSchema = z.strictObject({
  list: z.enum(['prizes', 'steps', 'notices']),
  ...setting,
  gap: unitsSchema.default(8),
  optional,
});
const factsSchema = z.strictObject({
  facts: z.array(z.enum(['prize', 'period', 'odds', 'place', 'badge'])).min(1),
  ...setting,
  /** `columns`: names in a left column; `receipt`: values at the right edge. */
  style: z.enum(['columns', 'receipt']).default('columns'),
  gap: unitsSchema.default(8),
  optional,
});
const qrSchema = z.strictObject({ qr: unitsSchema, radius: unitsSchema.default(16) });
const motifSchema = z.strictObject({
  motif: z.enum(['hero', 'side', 'season']),
  size: unitsSchema,
  disc: groundSchema.optional(),
  optional,
});
const logoSchema = z.strictObject({ logo: unitsSchema });
const ruleSchema = z.strictObject({
  rule: z.enum(['line', 'dashes', 'dots', 'double', 'bars']),
  colour: colourSchema,
  thick: unitsSchema.default(3),
  /** Hundredths of the width. */
  width: z.number().min(1).max(100).default(100),
  optional,
});
const spaceSchema = z.strictObject({ space: unitsSchema, optional });
const useSchema = z.strictObject({ use: z.string() });

export type TemplateNode =
  | z.infer<typeof textSchema>
  | z.infer<typeof saySchema>
  | z.infer<typeof listSchema>
  | z.infer<typeof factsSchema>
  | z.infer<typeof qrSchema>
  | z.infer<typeof motifSchema>
  | z.infer<typeof logoSchema>
  | z.infer<typeof ruleSchema>
  | z.infer<typeof spaceSchema>
  | z.infer<typeof useSchema>
  | StackNode
  | RowNode
  | CardNode;

export interface StackNode {
  readonly stack: readonly TemplateNode[];
  readonly gap: number;
  readonly align?: Align | undefined;
  readonly optional: boolean;
}

export interface RowNode {
  readonly row: readonly TemplateNode[];
  readonly gap: number;
  readonly valign: 'top' | 'middle' | 'bottom';
  /** Which of them takes the room that is left. */
  readonly grow?: number | undefined;
  readonly optional: boolean;
}

export interface CardNode {
  readonly card: TemplateNode;
  readonly fill: z.infer<typeof groundSchema>;
  readonly pad: readonly [x: number, y: number];
  readonly radius: number;
  readonly width: 'fit' | 'fill';
  readonly edge: 'plain' | 'pill' | 'ticket' | 'receipt' | 'scallops';
  readonly border?: { readonly colour: Colour; readonly thick: number } | undefined;
  readonly shadow?: { readonly colour: Colour; readonly by: number } | undefined;
  readonly optional: boolean;
}

const stackSchema: z.ZodType<StackNode> = z.lazy(() =>
  z.strictObject({
    stack: z.array(nodeSchema).min(1),
    gap: unitsSchema.default(20),
    align: alignSchema.optional(),
    optional,
  }),
);
const rowSchema: z.ZodType<RowNode> = z.lazy(() =>
  z.strictObject({
    row: z.array(nodeSchema).min(1),
    gap: unitsSchema.default(20),
    valign: z.enum(['top', 'middle', 'bottom']).default('middle'),
    grow: z.int().min(0).optional(),
    optional,
  }),
);
const cardSchema: z.ZodType<CardNode> = z.lazy(() =>
  z.strictObject({
    card: nodeSchema,
    fill: groundSchema,
    pad: z.tuple([unitsSchema, unitsSchema]).default([36, 30]),
    radius: unitsSchema.default(28),
    width: z.enum(['fit', 'fill']).default('fill'),
    edge: z.enum(['plain', 'pill', 'ticket', 'receipt', 'scallops']).default('plain'),
    border: z.strictObject({ colour: colourSchema, thick: unitsSchema }).optional(),
    shadow: z.strictObject({ colour: colourSchema, by: unitsSchema }).optional(),
    optional,
  }),
);

/** Told apart by their first key, so that an error speaks of the one that was meant. */
const nodeSchemas = {
  text: textSchema,
  say: saySchema,
  list: listSchema,
  facts: factsSchema,
  qr: qrSchema,
  motif: motifSchema,
  logo: logoSchema,
  rule: ruleSchema,
  space: spaceSchema,
  use: useSchema,
  stack: stackSchema,
  row: rowSchema,
  card: cardSchema,
} as const;

export const nodeSchema: z.ZodType<TemplateNode> = z.lazy(() => chosenBy<TemplateNode>(nodeSchemas));
