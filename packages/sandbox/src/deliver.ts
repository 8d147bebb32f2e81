import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Fault } from './faults/fault.js';
import { spoilBody } from './faults/spoil-body.js';
import type { SandboxResponse } from './response.js';
import { writePieces } from './write-pieces.js';

/** Shortest pause of a slow body: at faster paces the pieces grow instead. */
const slowPieceMs = 25;
const blanks = Buffer.alloc(64 * 1024, ' ');

function cut(body: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
    body.subarray(index * size, (index + 1) * size),
  );
}

/** The body and as many blanks as it lacks. */
function* fillUp(body: Buffer, bytes: number): Generator<Buffer> {
  yield body;
  for (let left = bytes - body.length; left > 0; left -= blanks.length) {
    yield blanks.subarray(0, left);
  }
}

async function writeBody(outgoing: ServerResponse, answer: SandboxResponse, fault?: Fault): Promise<void> {
  const { body, pieces = [body] } = answer;
  switch (fault?.kind) {
    case 'slow_body': {
      const size = Math.max(1, Math.round((fault.bytesPerSec * slowPieceMs) / 1_000));
      return writePieces(outgoing, cut(body, size), (size * 1_000) / fault.bytesPerSec);
    }
    case 'huge_body':
      return writePieces(outgoing, fillUp(body, fault.bytes), 0);
    default:
      return writePieces(outgoing, pieces, 0);
  }
}

/** Sends an answer, or what the fault leaves of it. */
export async function deliver(
  outgoing: ServerResponse,
  answer: SandboxResponse,
  fault?: Fault,
): Promise<void> {
  if (outgoing.destroyed) {
    return;
  }
  if (fault?.kind === 'accept_then_drop') {
    outgoing.destroy();
    return;
  }
  if (fault?.kind === 'hang') {
    await once(outgoing, 'close');
    return;
  }
  const spoilt = spoilBody(answer, fault);
  const { status, headers, body, pieces } = spoilt;
  const isLengthKnown = pieces === undefined && fault?.kind !== 'huge_body';
  outgoing.writeHead(status, isLengthKnown ? { ...headers, 'content-length': String(body.length) } : headers);
  if (fault?.kind === 'reset_after_headers') {
    outgoing.flushHeaders();
    await setImmediate();
    outgoing.socket?.resetAndDestroy();
    return;
  }
  await writeBody(outgoing, spoilt, fault);
  outgoing.end();
}
