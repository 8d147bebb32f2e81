import { isRecord, type JsonRecord } from '../json.js';
import type { Fault, FaultKind } from './fault.js';

interface NumberRange {
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
}

const hourMs = 3_600_000;
const mostBodyBytes = 64 * 1024 * 1024;

const milliseconds = { fallback: 1_000, least: 0, most: hourMs };
const statusCode = { fallback: 500, least: 200, most: 599 };
const probability = { fallback: 0.5, least: 0, most: 1 };
const pace = { fallback: 64, least: 1, most: mostBodyBytes };
const size = { fallback: mostBodyBytes, least: 1, most: mostBodyBytes };
const skew = { fallback: hourMs, least: -366 * 24 * hourMs, most: 366 * 24 * hourMs };

function numberAt(record: JsonRecord, key: string, { fallback, least, most }: NumberRange): number {
  const value = record[key] ?? fallback;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new Error(`${key} is a number from ${least} to ${most}`);
  }
  return value;
}

function retryAfterAt(record: JsonRecord): number | string {
  const value = record['retryAfter'] ?? 1;
  if (typeof value !== 'number' && typeof value !== 'string') {
    throw new Error('retryAfter is a number of seconds, "date", "none", or the text of the header');
  }
  return value;
}

function fieldAt({ field }: JsonRecord): { readonly field?: string } {
  if (field !== undefined && typeof field !== 'string') {
    throw new Error('field is the name of a field of the answer');
  }
  return field === undefined ? {} : { field };
}

const parsers: { readonly [Kind in FaultKind]: (record: JsonRecord) => Extract<Fault, { kind: Kind }> } = {
  status: (record) => ({
    kind: 'status',
    code: numberAt(record, 'code', statusCode),
    ...('body' in record ? { body: record['body'] } : {}),
  }),
  rate_limit: (record) => ({ kind: 'rate_limit', retryAfter: retryAfterAt(record) }),
  unavailable: (record) => ({ kind: 'unavailable', retryAfter: retryAfterAt(record) }),
  quota: () => ({ kind: 'quota' }),
  auth_expired: () => ({ kind: 'auth_expired' }),
  body_error: () => ({ kind: 'body_error' }),
  html_200: () => ({ kind: 'html_200' }),
  xml_200: () => ({ kind: 'xml_200' }),
  redirect_loop: () => ({ kind: 'redirect_loop' }),
  reset_during_request: () => ({ kind: 'reset_during_request' }),
  reset_before: () => ({ kind: 'reset_before' }),
  latency: (record) => ({ kind: 'latency', ms: numberAt(record, 'ms', milliseconds) }),
  reset_after_headers: () => ({ kind: 'reset_after_headers' }),
  accept_then_drop: () => ({ kind: 'accept_then_drop' }),
  hang: () => ({ kind: 'hang' }),
  malformed_json: () => ({ kind: 'malformed_json' }),
  truncated_json: () => ({ kind: 'truncated_json' }),
  wrong_content_type: () => ({ kind: 'wrong_content_type' }),
  slow_body: (record) => ({ kind: 'slow_body', bytesPerSec: numberAt(record, 'bytesPerSec', pace) }),
  huge_body: (record) => ({ kind: 'huge_body', bytes: numberAt(record, 'bytes', size) }),
  huge_header: () => ({ kind: 'huge_header' }),
  null_fields: (record) => ({ kind: 'null_fields', ...fieldAt(record) }),
  extra_fields: () => ({ kind: 'extra_fields' }),
  missing_optional: (record) => ({ kind: 'missing_optional', ...fieldAt(record) }),
  string_numbers: () => ({ kind: 'string_numbers' }),
  clock_skew: (record) => ({ kind: 'clock_skew', ms: numberAt(record, 'ms', skew) }),
  brownout: (record) => ({ kind: 'brownout', p: numberAt(record, 'p', probability) }),
  chaos: (record) => ({ kind: 'chaos', p: numberAt(record, 'p', probability) }),
};

/** The name of every fault there is. */
export const faultKinds: readonly string[] = Object.keys(parsers);

function isFaultKind(value: unknown): value is FaultKind {
  return typeof value === 'string' && Object.hasOwn(parsers, value);
}

/**
 * Reads a fault from its object form, or from its name alone.
 *
 * @throws Error when no such fault exists, or a setting is unknown or out of its range.
 */
export function parseFault(value: unknown): Fault {
  const record: JsonRecord = isRecord(value) ? value : { kind: value };
  const kind = record['kind'];
  if (!isFaultKind(kind)) {
    throw new Error(`unknown fault: ${String(kind)}; there are ${faultKinds.join(', ')}`);
  }
  const fault = parsers[kind](record);
  const unknown = Object.keys(record).find((key) => record[key] !== undefined && !(key in fault));
  if (unknown !== undefined) {
    throw new Error(`${kind} has no setting ${unknown}`);
  }
  return fault;
}

const mainSetting: Partial<Record<FaultKind, string>> = {
  latency: 'ms',
  status: 'code',
  rate_limit: 'retryAfter',
  unavailable: 'retryAfter',
  slow_body: 'bytesPerSec',
  huge_body: 'bytes',
  null_fields: 'field',
  missing_optional: 'field',
  clock_skew: 'ms',
  brownout: 'p',
  chaos: 'p',
};

/**
 * Reads the header form: `accept_then_drop`, `status(503)`, `rate_limit(none)`. An empty one means no fault.
 *
 * @throws Error as {@link parseFault} does: a misspelt fault that struck nobody would be taken for a pass.
 */
export function parseFaultHeader(header: string): Fault | undefined {
  if (header.trim() === '') {
    return undefined;
  }
  const [, kind = header, setting] = /^(\w+)(?:\(([^)]*)\))?$/.exec(header.trim()) ?? [];
  if (setting === undefined || !isFaultKind(kind)) {
    return parseFault(kind);
  }
  const value = setting === '' || Number.isNaN(Number(setting)) ? setting : Number(setting);
  return parseFault({ kind, [mainSetting[kind] ?? setting]: value });
}
