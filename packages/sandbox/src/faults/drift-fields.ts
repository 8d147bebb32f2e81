import { isRecord } from '../json.js';
import { readJsonBody } from '../request-body.js';
import type { Fault } from './fault.js';

type Field = readonly [name: string, value: unknown];
/** What a new version of the provider does to the fields of one object. */
type Change = (fields: readonly Field[]) => readonly Field[];

const isScalar = (value: unknown): boolean => typeof value !== 'object';

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);

const nulled =
  (only?: string): Change =>
  (fields) =>
    fields.map(([name, value]) => {
      const isHit = only === undefined ? isScalar(value) : name === only;
      return [name, isHit ? null : value];
    });

const leftOut =
  (only?: string): Change =>
  (fields) =>
    fields.filter(([name, value]) => (only === undefined ? !isEmpty(value) : name !== only));

const oneMore: Change = (fields) => [...fields, ['sandboxExtra', 'a field nobody has heard of']];

const asText: Change = (fields) =>
  fields.map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]);

function changeOf(fault: Fault): Change | undefined {
  switch (fault.kind) {
    case 'null_fields':
      return nulled(fault.field);
    case 'extra_fields':
      return oneMore;
    case 'missing_optional':
      return leftOut(fault.field);
    case 'string_numbers':
      return asText;
    default:
      return undefined;
  }
}

function changeAll(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => changeAll(item, change));
  }
  if (!isRecord(value)) {
    return value;
  }
  const fields = change(Object.entries(value)).map(([name, inner]) => [name, changeAll(inner, change)]);
  return Object.fromEntries(fields);
}

/** A JSON body after a drift of its schema; any other body as it is. */
export function driftFields(body: Buffer, fault: Fault): Buffer {
  const change = changeOf(fault);
  const value = change && readJsonBody({ body });
  return change === undefined || value === undefined
    ? body
    : Buffer.from(JSON.stringify(changeAll(value, change)));
}
