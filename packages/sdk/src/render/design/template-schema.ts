import { z } from 'zod';
import { chosenBy } from './chosen-by.js';
import { alignSchema, colourSchema, groundSchema, nodeSchema, unitsSchema } from './node-schema.js';

export type { Align, CardNode, RowNode, StackNode, TemplateNode, WordsRole } from './node-schema.js';

/** Left, top, width and height in hundredths of what the box lies in. */
const boxSchema = z.tuple([
  z.number().min(-100).max(200),
  z.number().min(-100).max(200),
  z.number().positive().max(300),
  z.number().positive().max(300),
]);

const shareSchema = z.number().min(0.02).max(1);

const place = { box: boxSchema, in: z.enum(['safe', 'page', 'below']).default('safe') };
const layerSchemas = {
  shape: z.strictObject({
    shape: z.enum(['rect', 'disc', 'burst', 'arch', 'wave', 'zigzag', 'awning', 'frame', 'slant']),
    ...place,
    fill: colourSchema,
    opacity: shareSchema.default(1),
    radius: unitsSchema.default(0),
    thick: unitsSchema.default(8),
  }),
  pattern: z.strictObject({
    pattern: z.enum(['dots', 'halftone', 'stripes', 'rays', 'confetti', 'checks', 'grid']),
    ...place,
    fill: colourSchema,
    opacity: shareSchema.default(1),
    size: unitsSchema.default(40),
  }),
  motif: z.strictObject({
    motif: z.enum(['hero', 'side', 'season']),
    ...place,
    align: alignSchema.default('center'),
  }),
  scatter: z.strictObject({
    scatter: z.enum(['season', 'trade', 'both']),
    ...place,
    size: unitsSchema,
    count: z.int().min(1).max(60),
  }),
  picture: z.strictObject({
    picture: z.literal('slot'),
    ...place,
    /** What nothing covers of it, in the same hundredths: there the trade's drawing stands where nothing was painted. */
    focus: boxSchema.optional(),
    fill: groundSchema,
    radius: unitsSchema.default(0),
  }),
  content: z.strictObject({
    content: nodeSchema,
    ...place,
    in: z.enum(['safe']).default('safe'),
    on: groundSchema,
    align: alignSchema.default('left'),
    valign: z.enum(['top', 'middle', 'bottom']).default('top'),
  }),
} as const;
export type Layer =
  | z.infer<typeof layerSchemas.shape>
  | z.infer<typeof layerSchemas.pattern>
  | z.infer<typeof layerSchemas.motif>
  | z.infer<typeof layerSchemas.scatter>
  | z.infer<typeof layerSchemas.picture>
  | z.infer<typeof layerSchemas.content>;

const layersSchema = z.array(z.lazy(() => chosenBy<Layer>(layerSchemas))).min(1);

/** A family of designs: what an agency writes as one JSON file. */
export const templateSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  ko: z.string().min(1).max(20),
  en: z.string().min(1).max(30),
  /** Of headlines. */
  display: z.enum(['bold', 'black', 'poster', 'gothic', 'round', 'serif']),
  ground: groundSchema,
  /** Colours of the season rather than of the trade. */
  seasonal: z.boolean().default(false),
  /** Pieces that several layouts use. */
  parts: z.record(z.string(), nodeSchema).default({}),
  layouts: z.strictObject({
    /** 1:1 and 4:5. */
    feed: layersSchema,
    /** 9:16. */
    story: layersSchema,
    /** 16:9 and 2:1. */
    wide: layersSchema,
    /** A3 and A4. */
    poster: layersSchema,
    /** A6, for a stand on the table. */
    tent: layersSchema,
  }),
});
export type Template = z.infer<typeof templateSchema>;
