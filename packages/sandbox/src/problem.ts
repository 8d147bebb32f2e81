import type { SandboxResponse } from './response.js';

export interface ProblemError {
  /** The field, as a path: `creative.url`. */
  readonly field: string;
  readonly message: string;
}

/** RFC 9457 problem details. `slug` becomes the type to branch on. */
export function problemResponse(
  status: number,
  slug: string,
  title: string,
  errors: readonly ProblemError[] = [],
): SandboxResponse {
  const problem = {
    type: `urn:kt-event:sandbox:${slug}`,
    title,
    status,
    detail: errors.map(({ field, message }) => `${field}: ${message}`).join('; ') || title,
    ...(errors.length === 0 ? {} : { errors }),
  };
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: Buffer.from(JSON.stringify(problem)),
  };
}
