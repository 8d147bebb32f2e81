import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How long a code is shown in the store. Our own choice: long enough to queue, order and type it, too short to be
 * worth passing on.
 */
export const visitWindowMs = 600_000;

/** The six digits that prove a visit now: all who stand in the store see the same. */
export function visitCode(visitKey: Uint8Array, at: Date): string {
  return codeOf(visitKey, windowOf(at));
}

/** The code shown before stays good for one more window: people type slowly. */
export function isVisitCode(visitKey: Uint8Array, code: string, at: Date): boolean {
  const now = windowOf(at);
  return [now, now - 1].map((window) => isSame(codeOf(visitKey, window), code)).some(Boolean);
}

const windowOf = (at: Date) => Math.floor(at.getTime() / visitWindowMs);

/** Six digits of an HMAC over the window's number. Modulo bias is 10^6 / 2^48: none that a person could use. */
function codeOf(visitKey: Uint8Array, window: number): string {
  const hash = createHmac('sha256', visitKey).update(`kt-visit/1\0${window}`).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

function isSame(expected: string, given: string): boolean {
  const text = Buffer.from(given.trim());
  return text.length === expected.length && timingSafeEqual(Buffer.from(expected), text);
}
