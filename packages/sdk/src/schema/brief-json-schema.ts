import { z } from 'zod';
import { briefInputSchema } from './brief.js';

/**
 * The shape of a brief as JSON Schema, draft 7, with Korean descriptions: editors complete and check a campaign
 * file by it. Checks between fields (dates, quantities, budget) are not in it.
 */
export function briefJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(briefInputSchema, { io: 'input', target: 'draft-7' });
}
