import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { StoreError } from '../errors/index.js';
import type { RuleRow } from '../rules/rule.js';
import { parseRow } from '../schema/parse.js';
import { calendarSchema } from './calendar-schema.js';
import {
  type IndustryRow,
  informationOffersSchema,
  learningSchema,
  mediaSchema,
  practiceSchema,
  prizeNamesSchema,
  prizeShapesSchema,
  prizeTaxSchema,
  ruleTermsSchema,
  seasonNamesSchema,
  sourcesSchema,
} from './knowledge-schema.js';

/**
 * What the planner knows without asking anybody: practice, prices, calendar and rules.
 * Every number is a prior until the store has measured its own.
 */
export interface Knowledge extends Omit<z.output<typeof practiceSchema>, 'lintRules' | 'industries'> {
  readonly industries: readonly IndustryRow[];
  readonly lintRules: readonly RuleRow[];
  /** Changes with any byte of the knowledge base. */
  readonly version: string;
  /** Day on which its figures were gathered. */
  readonly date: string;
  readonly media: z.output<typeof mediaSchema>;
  readonly calendar: z.output<typeof calendarSchema>;
  /** What a prize is called in public, by industry where it differs. A prize without a name is not offered. */
  readonly prizeNames: z.output<typeof prizeNamesSchema>;
  /** How much measured campaigns weigh. */
  readonly learning: z.output<typeof learningSchema>;
  /** What a season is called in a title. */
  readonly seasonNames: z.output<typeof seasonNamesSchema>['names'];
  /** What those may offer who may give nothing. */
  readonly informationOffers: z.output<typeof informationOffersSchema>;
  /** What prizes of a trade look like. */
  readonly prizeShapes: z.output<typeof prizeShapesSchema>;
  /** What the law says of drawn prizes, each figure with its source. */
  readonly prizeTax: z.output<typeof prizeTaxSchema>;
}

const schemas = {
  'domain-kb.json': practiceSchema,
  'media.json': mediaSchema,
  'calendar.json': calendarSchema,
  'prize-names.json': prizeNamesSchema,
  'prize-shapes.json': prizeShapesSchema,
  'prize-tax.json': prizeTaxSchema,
  'rule-terms.json': ruleTermsSchema,
  'information-offers.json': informationOffersSchema,
  'season-names.json': seasonNamesSchema,
  'learning.json': learningSchema,
  'sources.json': sourcesSchema,
} as const;
type FileName = keyof typeof schemas;

const shippedFolder = new URL('../../assets/knowledge/', import.meta.url);

/**
 * Reads the knowledge base that comes with the package.
 *
 * @throws {@link StoreError} `STORE_001` when a file is missing, `STORE_002` when it is not what it should be
 */
export async function openKnowledge(folder: URL = shippedFolder): Promise<Knowledge> {
  const names = Object.keys(schemas) as FileName[];
  const texts = await Promise.all(names.map((name) => readText(new URL(name, folder))));
  const textOf = (name: FileName) => texts[names.indexOf(name)] ?? '';
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  const media = parseFile('media.json', textOf('media.json'));
  const practice = parseFile('domain-kb.json', textOf('domain-kb.json'));
  const terms = parseFile('rule-terms.json', textOf('rule-terms.json'));
  const { sources } = parseFile('sources.json', textOf('sources.json'));
  return {
    ...practice,
    lintRules: practice.lintRules.map((row) => ({
      ...row,
      source: named(row.source, sources),
      since: terms.since[row.id],
      waivable: !terms.neverWaived.includes(row.id),
    })),
    media,
    date: media.date,
    calendar: parseFile('calendar.json', textOf('calendar.json')),
    prizeNames: parseFile('prize-names.json', textOf('prize-names.json')),
    learning: parseFile('learning.json', textOf('learning.json')),
    seasonNames: parseFile('season-names.json', textOf('season-names.json')).names,
    informationOffers: parseFile('information-offers.json', textOf('information-offers.json')),
    prizeShapes: parseFile('prize-shapes.json', textOf('prize-shapes.json')),
    prizeTax: parseFile('prize-tax.json', textOf('prize-tax.json')),
    version: `kb-${hash.digest('hex').slice(0, 12)}`,
  };
}

/** Says what a mark stands for: `§22⑤ [S1]` becomes `§22⑤ [개인정보 보호법 …]`. */
function named(source: string, names: Readonly<Record<string, string>>): string {
  return source.replace(/\bS\d+\b/g, (mark) => names[mark] ?? mark);
}

async function readText(file: URL): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new StoreError('STORE_001', { path: file.pathname }, { cause });
  }
}

function parseFile<Name extends FileName>(name: Name, text: string): z.output<(typeof schemas)[Name]> {
  return parseRow(schemas[name], toJson(name, text), name) as z.output<(typeof schemas)[Name]>;
}

function toJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StoreError('STORE_002', { what: name }, { cause });
  }
}
