import { z } from 'zod';
import type { ErrorJson } from '../../errors/index.js';
import type { Effect, Run } from '../../runs/journal.js';
import type { Json } from '../../runs/json.js';
import { parseRow } from '../../schema/parse.js';
import { toValue } from './columns.js';
import type { EffectRow, RunRow } from './tables.js';

/** Text that was parsed as JSON is JSON: only its absence is wrong. */
export const jsonSchema = z.custom<Json>((value) => value !== undefined);
const errorSchema = z.custom<ErrorJson>(
  (value) => typeof value === 'object' && value !== null && 'code' in value,
);

const runSchema = z.object({
  id: z.string(),
  definition: z.string(),
  version: z.int(),
  input: jsonSchema,
  subject: z.string(),
  state: z.enum(['queued', 'running', 'waiting', 'parked', 'ended', 'failed', 'cancelled']),
  fence: z.int().nonnegative(),
  priority: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  wakeAt: z.string().optional(),
  waitingFor: z.string().optional(),
  result: jsonSchema.optional(),
  error: errorSchema.optional(),
});

const effectSchema = z.object({
  id: z.string(),
  runId: z.string(),
  key: z.string(),
  idempotency: z.enum(['keyed', 'lookup', 'none']),
  state: z.enum(['intent', 'acked', 'rejected', 'not_sent', 'in_doubt', 'parked']),
  fence: z.int().min(1),
  attempts: z.int().min(1),
  fingerprint: z.string(),
  clientRef: z.string(),
  reservedKrw: z.int().nonnegative(),
  settledKrw: z.int().nonnegative(),
  intentAt: z.string(),
  settledAt: z.string().optional(),
  result: jsonSchema.optional(),
  error: errorSchema.optional(),
  handle: z.string().optional(),
  preparedAt: z.string(),
  round: z.int().min(1),
});

export function parseRun(row: RunRow): Run {
  return parseRow(runSchema, toValue(row, ['input', 'result', 'error']), 'run');
}

export function parseEffect(row: EffectRow): Effect {
  return parseRow(effectSchema, toValue(row, ['result', 'error']), 'effect');
}

export function parseStep(row: { result: string }): { readonly result: Json } {
  return parseRow(z.object({ result: jsonSchema }), toValue(row, ['result']), 'step');
}
