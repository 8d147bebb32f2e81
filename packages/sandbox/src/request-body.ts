import type { SandboxRequest } from './provider.js';

/** Type without parameters, in lower case; empty when the header is missing. */
export function readContentType(request: Pick<SandboxRequest, 'headers'>): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The parsed JSON body, or `undefined` when it is not JSON. JSON has no `undefined`, so nothing is lost. */
export function readJsonBody(request: Pick<SandboxRequest, 'body'>): unknown {
  try {
    return JSON.parse(request.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function readFormBody(request: Pick<SandboxRequest, 'body'>): URLSearchParams {
  return new URLSearchParams(request.body.toString('utf8'));
}

/** The token after `Bearer`, if that is what the header holds. */
export function readBearer(request: Pick<SandboxRequest, 'headers'>): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers['authorization'] ?? '')?.[1];
}
