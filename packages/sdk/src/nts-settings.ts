import { type Endpoint, parseEndpoint } from './endpoint.js';
import type { Read } from './environment.js';

export type NtsSettings = Endpoint & {
  /** The decoded key of data.go.kr. */
  readonly serviceKey: string;
};

/** Read 2026-11-20. */
const defaultAddress = 'https://api.odcloud.kr';

/** The registry of businesses: one key is all it takes. */
export function readNts(read: Read): { readonly nts?: NtsSettings } {
  const serviceKey = read('DATA_GO_KR_SERVICE_KEY');
  if (serviceKey === undefined) return {};
  return { nts: { ...parseEndpoint(read('NTS_BASE_URL') ?? defaultAddress, 'NTS_BASE_URL'), serviceKey } };
}
