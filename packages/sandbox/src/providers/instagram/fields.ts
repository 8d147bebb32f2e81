import type { AcceptedRequest } from '../../provider.js';
import { refuseParameter } from './graph-error.js';

/** The asked fields of an object; only `id` when none is asked for, a refusal when one does not exist. */
export function pickFields(
  { query }: Pick<AcceptedRequest, 'query'>,
  available: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const asked = (query.get('fields') ?? 'id').split(',').map((field) => field.trim());
  const unknown = asked.find((field) => !Object.hasOwn(available, field));
  if (unknown !== undefined) {
    refuseParameter(`Tried accessing nonexisting field (${unknown})`);
  }
  return Object.fromEntries([...new Set([...asked, 'id'])].map((field) => [field, available[field]]));
}
