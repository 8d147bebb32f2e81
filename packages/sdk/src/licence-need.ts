import { z } from 'zod';
import { bilingualSchema, daySchema } from './schema/primitives.js';

/** What no program can see: a contract, a registration, an approval. */
export const licenceNeedSchema = z.object({
  what: bilingualSchema,
  /** Whether somebody who knows says so, or it is our own assumption. */
  basis: z.enum(['verified', 'assumed']),
  source: z.string(),
  date: daySchema,
});
export type LicenceNeed = z.infer<typeof licenceNeedSchema>;
