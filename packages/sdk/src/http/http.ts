export interface HttpRequest {
  /** Name of the provider, for errors and policies. Never part of the wire. */
  readonly provider: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters; secrets among them never reach an error or a log. */
  readonly query?: Readonly<Record<string, string>>;
  /** At most one of `json`, `form` and `bytes`. */
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array;
  /** Largest accepted answer. @defaultValue 10 MiB */
  readonly maxBytes?: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * The only thing an adapter needs from the network. Resolves with any answer, whatever its status;
 * rejects only when there is none: `PROVIDER_005` when nothing was sent, `PROVIDER_006` when the answer was lost.
 */
export type Http = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpResponse>;
