import { isRecord, type JsonRecord } from '../json.js';
import type { Fault, FaultKind } from './fault.js';

function numberAt(record: JsonRecord, key: string, fallback: number): number {
  const value = record[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

function retryAfterOf(record: JsonRecord): number | string {
  const value = record['retryAfter'];
  return typeof value === 'number' || typeof value === 'string' ? value : 1;
}

const parsers: { readonly [Kind in FaultKind]: (record: JsonRecord) => Extract<Fault, { kind: Kind }> } = {
  latency: (record) => ({ kind: 'latency', ms: numberAt(record, 'ms', 1_000) }),
  status: (record) => ({
    kind: 'status',
    code: numberAt(record, 'code', 500),
    ...('body' in record ? { body: record['body'] } : {}),
  }),
  rate_limit: (record) => ({ kind: 'rate_limit', retryAfter: retryAfterOf(record) }),
  reset_before: () => ({ kind: 'reset_before' }),
  reset_after_headers: () => ({ kind: 'reset_after_headers' }),
  accept_then_drop: () => ({ kind: 'accept_then_drop' }),
  malformed_json: () => ({ kind: 'malformed_json' }),
  truncated_json: () => ({ kind: 'truncated_json' }),
  html_200: () => ({ kind: 'html_200' }),
  wrong_content_type: () => ({ kind: 'wrong_content_type' }),
  slow_body: (record) => ({ kind: 'slow_body', bytesPerSec: numberAt(record, 'bytesPerSec', 64) }),
  brownout: (record) => ({ kind: 'brownout', p: numberAt(record, 'p', 0.5) }),
};

function isFaultKind(value: unknown): value is FaultKind {
  return typeof value === 'string' && Object.hasOwn(parsers, value);
}

/**
 * Reads a fault from its object form, or from its name alone.
 *
 * @throws Error when no such fault exists.
 */
export function parseFault(value: unknown): Fault {
  const record: JsonRecord = isRecord(value) ? value : { kind: value };
  const kind = record['kind'];
  if (!isFaultKind(kind)) {
    throw new Error(`unknown fault: ${String(kind)}`);
  }
  return parsers[kind](record);
}

const mainSetting: Partial<Record<FaultKind, string>> = {
  latency: 'ms',
  status: 'code',
  rate_limit: 'retryAfter',
  slow_body: 'bytesPerSec',
  brownout: 'p',
};

/** Reads the header form: `accept_then_drop`, `status(503)`, `rate_limit(none)`. An unknown name means no fault. */
export function parseFaultHeader(header: string): Fault | undefined {
  const [, kind, setting] = /^(\w+)(?:\(([^)]*)\))?$/.exec(header.trim()) ?? [];
  if (!isFaultKind(kind)) {
    return undefined;
  }
  const key = mainSetting[kind];
  const value = setting === undefined || Number.isNaN(Number(setting)) ? setting : Number(setting);
  return parseFault(key === undefined || value === undefined ? kind : { kind, [key]: value });
}
