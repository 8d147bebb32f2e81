import { z } from 'zod';
import { instantSchema } from './primitives.js';

/** A provider is called; is not called after repeated failures; or may be tried with one call. */
const circuitStateSchema = z.enum(['closed', 'open', 'half_open']);
export type CircuitState = z.infer<typeof circuitStateSchema>;

const countSchema = z.int().nonnegative();

/** How one provider has been doing, as one process saw it. Codes, instants and counts only. */
export const providerHealthSchema = z.object({
  /** Name of the provider's policy. */
  provider: z.string(),
  state: circuitStateSchema,
  /** When it came into this state; the start of the process for one that was never paused. */
  since: instantSchema,
  /** First pause since it last answered. A failed trial call does not begin it anew; absent while closed. */
  openSince: instantSchema.optional(),
  /** Last thing heard of it: how old this record is. */
  at: instantSchema,
  /** Last failure; while it is paused, the one that paused it. */
  cause: z.object({ code: z.string(), at: instantSchema }).optional(),
  lastSuccessAt: instantSchema.optional(),
  /** Failed calls since the last answered one, those that a pause refused left out. */
  failuresInRow: countSchema,
  counts: z.object({
    /** Each once, whatever its retries: answered and failed together. Cancelled ones are not counted. */
    calls: countSchema,
    answered: countSchema,
    failed: countSchema,
    /** Attempts after the first of a call. */
    retries: countSchema,
    /** Those of the failed that were never sent, because of a pause. */
    shortCircuited: countSchema,
  }),
  /** Start of the process that counted. */
  countedSince: instantSchema,
  /** False when another process counted. */
  countedHere: z.boolean(),
});
export type ProviderHealth = z.infer<typeof providerHealthSchema>;
