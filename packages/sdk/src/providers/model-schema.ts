import { z } from 'zod';

/** What the providers' servers take no notice of, or refuse. It is checked here, on the answer. */
const leftOut = new Set([
  '$schema',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'pattern',
]);

type ModelSchema = Record<string, unknown>;

/** One form serves many questions. */
const known = new WeakMap<z.ZodType, ModelSchema>();

/** A schema as text models take it: every property required, nothing beside them. */
export function toModelSchema(schema: z.ZodType): ModelSchema {
  const made = known.get(schema) ?? (strip(z.toJSONSchema(schema)) as ModelSchema);
  known.set(schema, made);
  return made;
}

function strip(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strip);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => !leftOut.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, strip(value)]));
}
