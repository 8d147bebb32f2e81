import type { SandboxResponse } from '../response.js';

/** Below the control plane: the place that every redirect of it leads to, its own included. */
export const loopPath = '/loop';

export function loopResponse(): SandboxResponse {
  return { status: 302, headers: { location: `/__sandbox${loopPath}` }, body: Buffer.alloc(0) };
}
