import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * One code a day: the store writes it on the counter in the morning. Our own choice; whoever passes it on gives away
 * no more than the bonus.
 */
const windowMs = 86_400_000;
/** A day begins at midnight in Seoul, nine hours ahead of UTC. */
const offsetMs = 9 * 3_600_000;
/** Yesterday's code stays good for this long: people type slowly. */
const graceMs = 600_000;

/** The six digits that prove a visit today: all who stand in the store see the same. */
export function visitCode(visitKey: Uint8Array, at: Date): string {
  return codeOf(visitKey, windowOf(at.getTime()));
}

export function isVisitCode(visitKey: Uint8Array, code: string, at: Date): boolean {
  const windows = [windowOf(at.getTime()), windowOf(at.getTime() - graceMs)];
  return windows.map((window) => isSame(codeOf(visitKey, window), code)).some(Boolean);
}

const windowOf = (ms: number) => Math.floor((ms + offsetMs) / windowMs);

/** Six digits of an HMAC over the window's number. Modulo bias is 10^6 / 2^48: none that a person could use. */
function codeOf(visitKey: Uint8Array, window: number): string {
  const hash = createHmac('sha256', visitKey).update(`kt-visit/1\0${window}`).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

function isSame(expected: string, given: string): boolean {
  const text = Buffer.from(given.trim());
  return text.length === expected.length && timingSafeEqual(Buffer.from(expected), text);
}
