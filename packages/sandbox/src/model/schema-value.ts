import { isRecord, type JsonRecord, listAt, recordAt } from '../json.js';
import { createSchemaText } from './schema-text.js';

interface Generation {
  /** Where `$ref` points into. */
  readonly root: JsonRecord;
  readonly random: () => number;
  readonly depth: number;
  /** Of the field that is being filled in. */
  readonly name?: string;
}

/** A schema that refers to itself is cut here: optional parts are left out, lists are empty. */
const deepest = 12;

const numberAt = (schema: JsonRecord, key: string, fallback: number): number => {
  const value = schema[key];
  return typeof value === 'number' ? value : fallback;
};

function resolve(schema: JsonRecord, root: JsonRecord): JsonRecord {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') {
    return schema;
  }
  const found = reference
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), root);
  return isRecord(found) ? found : {};
}

/** The branch to follow: the first that is not `null`, deep down `null` itself when there is one. */
function chooseBranch(branches: readonly unknown[], depth: number): JsonRecord {
  const isNull = (branch: unknown) => isRecord(branch) && branch['type'] === 'null';
  const wanted = branches.find((branch) => isNull(branch) === depth > deepest) ?? branches[0];
  return isRecord(wanted) ? wanted : {};
}

function typeOf(schema: JsonRecord): string {
  const { type } = schema;
  const first = Array.isArray(type) ? (type.find((name) => name !== 'null') ?? 'null') : type;
  if (typeof first === 'string') {
    return first;
  }
  return 'properties' in schema ? 'object' : 'string';
}

function createNumber(schema: JsonRecord, { random }: Generation): number {
  const isInteger = typeOf(schema) === 'integer';
  const step = numberAt(schema, 'multipleOf', isInteger ? 1 : 0.01);
  const least = numberAt(schema, 'minimum', numberAt(schema, 'exclusiveMinimum', 0 - step) + step);
  const most = numberAt(schema, 'maximum', numberAt(schema, 'exclusiveMaximum', least + 100 * step) - step);
  const first = Math.ceil(least / step);
  const count = Math.max(1, Math.floor(most / step) - first + 1);
  const value = (first + Math.floor(random() * count)) * step;
  return isInteger ? Math.round(value) : Number(value.toFixed(6));
}

function createList(schema: JsonRecord, generation: Generation): unknown[] {
  const least = numberAt(schema, 'minItems', generation.depth > deepest ? 0 : 3);
  const count = Math.min(least, numberAt(schema, 'maxItems', Math.max(3, least)));
  return Array.from({ length: count }, () => createValue(recordAt(schema, 'items'), generation));
}

function createObject(schema: JsonRecord, generation: Generation): Record<string, unknown> {
  const required = new Set(listAt(schema, 'required'));
  const entries = Object.entries(recordAt(schema, 'properties')).filter(
    ([name]) => required.has(name) || generation.depth <= deepest,
  );
  return Object.fromEntries(
    entries.map(([name, value]) => [name, createValue(value, { ...generation, name })]),
  );
}

function createByType(schema: JsonRecord, generation: Generation): unknown {
  switch (typeOf(schema)) {
    case 'object':
      return createObject(schema, generation);
    case 'array':
      return createList(schema, generation);
    case 'integer':
    case 'number':
      return createNumber(schema, generation);
    case 'boolean':
      return generation.random() < 0.5;
    case 'null':
      return null;
    default:
      return createSchemaText(schema, generation.random, generation.name);
  }
}

function createValue(value: unknown, { depth, ...rest }: Generation): unknown {
  const { root, random } = rest;
  const schema = resolve(isRecord(value) ? value : {}, root);
  const generation = { ...rest, depth: depth + 1 };
  const branches = [...listAt(schema, 'anyOf'), ...listAt(schema, 'oneOf')];
  const choices = listAt(schema, 'enum');
  if ('const' in schema) {
    return schema['const'];
  }
  if (choices.length > 0) {
    return choices[Math.floor(random() * choices.length)];
  }
  return branches.length > 0
    ? createValue(chooseBranch(branches, depth), generation)
    : createByType(schema, generation);
}

/** A value that satisfies a JSON schema. The same schema and numbers give the same value. */
export function createSchemaValue(schema: JsonRecord, random: () => number): unknown {
  return createValue(schema, { root: schema, random, depth: 0 });
}
