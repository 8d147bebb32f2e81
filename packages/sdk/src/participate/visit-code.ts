import { createHmac, timingSafeEqual } from 'node:crypto';
import type { VisitCodeKind } from '../schema/visit.js';

interface CodeRule {
  /** How long one code is shown. */
  readonly windowMs: number;
  /** Where the first window begins, before the epoch. */
  readonly offsetMs: number;
  /** How long the code of a window that has ended stays good: people type slowly. */
  readonly graceMs: number;
  /** Keeps the two kinds apart: a code of one is never good as the other by design. */
  readonly purpose: string;
}

/**
 * Our own choice. A minute, as banks do it; five minutes of grace because the code is read before two notices and
 * two fields. A day begins at midnight in Seoul, nine hours ahead of UTC. So at most six rotating codes of 10^6 are
 * good at once: a guess succeeds once in 166,667 times, and wrong ones are counted.
 */
const rules: Readonly<Record<VisitCodeKind, CodeRule>> = {
  rotating: { windowMs: 60_000, offsetMs: 0, graceMs: 300_000, purpose: 'kt-visit/2' },
  daily: { windowMs: 86_400_000, offsetMs: 9 * 3_600_000, graceMs: 600_000, purpose: 'kt-visit/1' },
};

/** The six digits that prove a visit now: all who stand in the store see the same. */
export function visitCode(visitKey: Uint8Array, kind: VisitCodeKind, at: Date): string {
  return codeOf(visitKey, rules[kind], windowOf(rules[kind], at.getTime()));
}

/** When another code takes the place of this one, and when this one stops being good. */
export function visitCodeTimes(
  kind: VisitCodeKind,
  at: Date,
): { readonly changesAt: Date; readonly goodUntil: Date } {
  const { windowMs, offsetMs, graceMs } = rules[kind];
  const endMs = (windowOf(rules[kind], at.getTime()) + 1) * windowMs - offsetMs;
  return { changesAt: new Date(endMs), goodUntil: new Date(endMs + graceMs) };
}

export function isVisitCode(visitKey: Uint8Array, kind: VisitCodeKind, code: string, at: Date): boolean {
  const rule = rules[kind];
  const last = windowOf(rule, at.getTime());
  const first = windowOf(rule, at.getTime() - rule.graceMs);
  const windows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return windows.map((window) => isSame(codeOf(visitKey, rule, window), code)).some(Boolean);
}

const windowOf = ({ windowMs, offsetMs }: CodeRule, ms: number) => Math.floor((ms + offsetMs) / windowMs);

/** Six digits of an HMAC over the window's number. Modulo bias is 10^6 / 2^48: none that a person could use. */
function codeOf(visitKey: Uint8Array, { purpose }: CodeRule, window: number): string {
  const hash = createHmac('sha256', visitKey).update(`${purpose}\0${window}`).digest();
  return String(hash.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

function isSame(expected: string, given: string): boolean {
  const text = Buffer.from(given.replace(/\s/gu, ''));
  return text.length === expected.length && timingSafeEqual(Buffer.from(expected), text);
}
