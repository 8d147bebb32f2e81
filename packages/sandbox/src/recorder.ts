import { maskHeaders, maskText } from './masking.js';
import type { SandboxRequest } from './provider.js';
import type { ProviderName } from './provider-name.js';

/** One request as it arrived, without secrets and whole phone numbers. */
export interface RecordedRequest {
  readonly provider: ProviderName;
  readonly method: string;
  /** Below the prefix of the provider, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** At most {@link longestRecordedBody} characters. */
  readonly body: string;
  /** Virtual instant, ISO 8601. */
  readonly at: string;
  /** The fault it met. */
  readonly fault?: string;
}

const longestRecordedBody = 65_536;
const mostRecords = 20_000;

export interface Recorder {
  record(provider: ProviderName, request: SandboxRequest, fault?: string): void;
  list(provider?: ProviderName): readonly RecordedRequest[];
  clear(): void;
}

/** Keeps the newest requests in memory; the oldest fall out. */
export function createRecorder(): Recorder {
  const records: RecordedRequest[] = [];

  return {
    record(provider, request, fault) {
      const query = request.query.toString();
      records.push(
        Object.freeze({
          provider,
          method: request.method,
          path: maskText(query === '' ? request.path : `${request.path}?${query}`),
          headers: maskHeaders(request.headers),
          body: maskText(request.body.toString('utf8')).slice(0, longestRecordedBody),
          at: request.at.toISOString(),
          ...(fault === undefined ? {} : { fault }),
        }),
      );
      if (records.length > mostRecords) {
        records.shift();
      }
    },
    list: (provider) => records.filter((record) => provider === undefined || record.provider === provider),
    clear() {
      records.length = 0;
    },
  };
}
