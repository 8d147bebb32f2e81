import type { ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Fault } from './faults/fault.js';
import { spoilBody } from './faults/spoil-body.js';
import type { SandboxResponse } from './response.js';

const slowPieceMs = 25;

async function writePieces(
  outgoing: ServerResponse,
  pieces: readonly Buffer[],
  gapMs: number,
): Promise<void> {
  for (const piece of pieces) {
    if (outgoing.destroyed) {
      return;
    }
    outgoing.write(piece);
    await (gapMs === 0 ? setImmediate() : setTimeout(gapMs));
  }
}

function cut(body: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(body.length / size) }, (_, index) =>
    body.subarray(index * size, (index + 1) * size),
  );
}

/** Sends an answer, or what the fault leaves of it. */
export async function deliver(
  outgoing: ServerResponse,
  answer: SandboxResponse,
  fault?: Fault,
): Promise<void> {
  if (fault?.kind === 'accept_then_drop') {
    outgoing.destroy();
    return;
  }
  const { status, headers, body, pieces } = spoilBody(answer, fault);
  const isStream = pieces !== undefined;
  outgoing.writeHead(status, isStream ? headers : { ...headers, 'content-length': String(body.length) });
  if (fault?.kind === 'reset_after_headers') {
    outgoing.flushHeaders();
    await setImmediate();
    outgoing.socket?.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'slow_body') {
    const size = Math.max(1, Math.round((fault.bytesPerSec * slowPieceMs) / 1_000));
    await writePieces(outgoing, cut(body, size), slowPieceMs);
  } else {
    await writePieces(outgoing, pieces ?? [body], 0);
  }
  outgoing.end();
}
