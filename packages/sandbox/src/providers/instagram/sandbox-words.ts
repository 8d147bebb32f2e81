import { graphErrors } from './graph-error.js';

/**
 * Words in a caption or an alternative text that have the stand-in act up, since Meta's servers have no switch:
 *
 * - `[sandbox:stuck]`: the container stays `IN_PROGRESS` until it expires.
 * - `[sandbox:error=2207053]`: once it is taken in, the container is in `ERROR` with that subcode.
 * - `[sandbox:expired]`: the container is `EXPIRED` from the start.
 * - `[sandbox:few]`: the post has too few viewers for insights.
 * - `[sandbox:quota=50]`: from here on the account may post that often in a day; 100 else.
 * - `[sandbox:usage=96]`: for an hour of the clock that share of the calls is used up, in percent; from 100 on every
 *   call is refused.
 */
export interface SandboxWords {
  readonly fate?: ContainerFate;
  readonly isScarce: boolean;
  readonly quotaTotal?: number;
  readonly usagePercent?: number;
}

export type ContainerFate =
  | { readonly kind: 'stuck' | 'expired' }
  | { readonly kind: 'error'; readonly subcode: number };

function readNumber(text: string, name: string): number | undefined {
  const digits = new RegExp(`\\[sandbox:${name}=(\\d{1,8})\\]`).exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readFate(text: string): ContainerFate | undefined {
  const subcode = readNumber(text, 'error');
  if (subcode !== undefined) {
    return { kind: 'error', subcode };
  }
  const kind = (['stuck', 'expired'] as const).find((word) => text.includes(`[sandbox:${word}]`));
  return kind && { kind };
}

export function readSandboxWords(text: string): SandboxWords {
  const fate = readFate(text);
  const quotaTotal = readNumber(text, 'quota');
  const usagePercent = readNumber(text, 'usage');
  return {
    isScarce: text.includes('[sandbox:few]'),
    ...(fate && { fate }),
    ...(quotaTotal !== undefined && { quotaTotal }),
    ...(usagePercent !== undefined && { usagePercent }),
  };
}

/** Meta's sentence for a failed container. That it holds the subcode is read, its exact form is from memory. */
export function toErrorStatus(subcode: number): string {
  const known = Object.values(graphErrors).find((error) => 'subcode' in error && error.subcode === subcode);
  return `Error: ${known?.message ?? 'Media upload has failed.'} Error code ${subcode}`;
}
