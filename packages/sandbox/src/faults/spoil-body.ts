import type { SandboxResponse } from '../response.js';
import { driftFields } from './drift-fields.js';
import type { Fault } from './fault.js';

/** Four times what Node and most servers read of headers. */
const hugeHeaderBytes = 64 * 1024;

function withBody({ status, headers }: SandboxResponse, body: Buffer): SandboxResponse {
  return { status, headers, body };
}

function withHeader(response: SandboxResponse, name: string, value: string): SandboxResponse {
  return { ...response, headers: { ...response.headers, [name]: value } };
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
      return withHeader(response, 'content-type', 'text/html; charset=utf-8');
    case 'huge_header':
      return withHeader(response, 'x-sandbox-filler', 'x'.repeat(hugeHeaderBytes));
    case 'null_fields':
    case 'extra_fields':
    case 'missing_optional':
    case 'string_numbers':
      return withBody(response, driftFields(body, fault));
    default:
      return response;
  }
}
