import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../json.js';
import { knownFormats } from './schema-text.js';

export interface SchemaRules {
  /** Lists may ask for at most this many items. */
  readonly mostMinItems: number;
  /** Every property must be required. */
  readonly allRequired: boolean;
}

function checkObject(schema: JsonRecord, { allRequired }: SchemaRules): string | undefined {
  if (schema['type'] !== 'object' && !('properties' in schema)) {
    return undefined;
  }
  if (schema['additionalProperties'] !== false) {
    return "'additionalProperties' is required to be supplied and to be false";
  }
  const required = listAt(schema, 'required');
  const missing = Object.keys(recordAt(schema, 'properties')).filter((name) => !required.includes(name));
  return allRequired && missing.length > 0
    ? `'required' must include every key in properties. Missing: ${missing.join(', ')}`
    : undefined;
}

function checkNode(schema: JsonRecord, rules: SchemaRules): string | undefined {
  const { minItems } = schema;
  const format = textAt(schema, 'format');
  if (typeof minItems === 'number' && minItems > rules.mostMinItems) {
    return `'minItems' of ${minItems} is not supported`;
  }
  if (format !== undefined && !knownFormats.includes(format)) {
    return `format '${format}' is not supported`;
  }
  return checkObject(schema, rules);
}

function listChildren(schema: JsonRecord): readonly unknown[] {
  return [
    ...Object.values(recordAt(schema, 'properties')),
    ...Object.values(recordAt(schema, '$defs')),
    ...listAt(schema, 'anyOf'),
    ...listAt(schema, 'oneOf'),
    schema['items'],
  ];
}

/** What a structured-output schema breaks in the subset a model's server allows; `undefined` when nothing. */
export function checkSchema(schema: unknown, rules: SchemaRules): string | undefined {
  if (!isRecord(schema)) {
    return undefined;
  }
  const own = checkNode(schema, rules);
  return (
    own ??
    listChildren(schema)
      .map((child) => checkSchema(child, rules))
      .find((problem) => problem !== undefined)
  );
}
