export interface SandboxResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body cut into the pieces in which it leaves, for streams. */
  readonly pieces?: readonly Buffer[];
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function textResponse(status: number, contentType: string, text: string): SandboxResponse {
  return { status, headers: { 'content-type': contentType }, body: Buffer.from(text) };
}

/** Thrown by a provider to answer with a refusal from wherever it noticed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly response: SandboxResponse;

  constructor(response: SandboxResponse) {
    super(`refused with ${response.status}`);
    this.response = response;
  }
}
