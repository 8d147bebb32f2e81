import type { SandboxResponse } from '../response.js';
import type { Fault } from './fault.js';

function withBody({ status, headers }: SandboxResponse, body: Buffer): SandboxResponse {
  return { status, headers, body };
}

/** What a fault does to an answer whose work is done. */
export function spoilBody(response: SandboxResponse, fault: Fault | undefined): SandboxResponse {
  const { body } = response;
  switch (fault?.kind) {
    case 'malformed_json':
      return withBody(response, Buffer.concat([Buffer.from('{"broken":,'), body]));
    case 'truncated_json':
      return withBody(response, body.subarray(0, Math.max(1, body.length >> 1)));
    case 'wrong_content_type':
      return { ...response, headers: { ...response.headers, 'content-type': 'text/html; charset=utf-8' } };
    default:
      return response;
  }
}
