import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Environment } from './environment.js';
import type { Http } from './http/http.js';
import { parseRow } from './schema/parse.js';
import { type Channel, daySchema } from './schema/primitives.js';

export interface DiagnoseOptions {
  /** Data folder, absolute. Not made when it is not there. */
  readonly folder: string;
  readonly environment: Environment;
  /** Opens the store and closes it again; called only when the folder is there. Rejects when it cannot be used. */
  readonly tryStore: () => Promise<void>;
  /** Calls nobody. @defaultValue false */
  readonly offline?: boolean | undefined;
  /** Channels that have to be usable: one that is not blocks. @defaultValue none */
  readonly required?: readonly Channel[] | undefined;
  /** @defaultValue the system's clock, since that is what is looked at */
  readonly now?: (() => Date) | undefined;
  /** @defaultValue this process's */
  readonly nodeVersion?: string | undefined;
  /** @defaultValue got */
  readonly http?: Http | undefined;
}

/** From where on something is worth a word. */
const limitsSchema = z.object({
  leastNode: z.tuple([z.int(), z.int()]),
  leastFreeMb: z.object({ block: z.int(), warn: z.int() }),
  mostSkewS: z.int(),
  reachTimeoutMs: z.int(),
  naverLegacy: z.object({ warnFrom: daySchema, endsOn: daySchema }),
});
export type Limits = z.infer<typeof limitsSchema>;

export async function readLimits(): Promise<Limits> {
  const text = await readFile(new URL('../assets/doctor.json', import.meta.url), 'utf8');
  return parseRow(limitsSchema, JSON.parse(text), 'doctor.json');
}
