import type { AcceptedRequest } from './provider.js';
import type { SandboxResponse } from './response.js';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Its groups become the second argument of `handle`. */
  readonly path: RegExp;
  handle(request: AcceptedRequest, groups: readonly string[]): SandboxResponse;
}

/** Answers with the first route that fits, else with `otherwise`. */
export function dispatch(
  routes: readonly Route[],
  request: AcceptedRequest,
  otherwise: () => SandboxResponse,
): SandboxResponse {
  for (const route of routes) {
    const match = route.method === request.method ? route.path.exec(request.path) : null;
    if (match) {
      return route.handle(request, match.slice(1));
    }
  }
  return otherwise();
}
