import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';

type Headers = Readonly<Record<string, string>>;

/** How much of what the account may ask for is used up. */
export interface Usage {
  /** The highest of Meta's figures; above 100 calls are refused. */
  readonly percent: number;
  /** How long calls will be refused, 0 while they are not. */
  readonly regainMs: number;
}

/** Only what is read. Source: Meta's rate-limit page, read 2026-11-20; the keys of the second header [M]. */
const figuresSchema = z.object({
  call_count: z.number().catch(0),
  total_time: z.number().catch(0),
  total_cputime: z.number().catch(0),
  estimated_time_to_regain_access: z.number().nonnegative().catch(0), // minutes
});
const headerSchemas = {
  'x-app-usage': figuresSchema.transform((figures) => [figures]),
  'x-business-use-case-usage': z
    .record(z.string(), z.array(figuresSchema))
    .transform((accounts) => Object.values(accounts).flat()),
} as const;

/** What an answer tells of the use, worst figure first; nothing when it tells none that can be read. */
export function readUsage(headers: Headers): Usage | undefined {
  const figures = Object.entries(headerSchemas).flatMap(([name, schema]) => parse(headers[name], schema));
  if (figures.length === 0) return undefined;
  const percents = figures.flatMap((used) => [used.call_count, used.total_time, used.total_cputime]);
  const minutes = figures.map((used) => used.estimated_time_to_regain_access);
  return { percent: Math.max(...percents), regainMs: Math.max(...minutes) * 60_000 };
}

function parse<T>(header: string | undefined, schema: z.ZodType<T[]>): T[] {
  try {
    return header === undefined ? [] : (schema.safeParse(JSON.parse(header)).data ?? []);
  } catch {
    return [];
  }
}

export interface PaceOptions {
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Keeps calls from running into the limit, by what the last answer told. */
export interface Pace {
  note(headers: Headers): void;
  /** From 80 % on a call waits, the longer the fuller. */
  slowDown(signal?: AbortSignal): Promise<void>;
  /** @throws ProviderError `PROVIDER_002` with the rest of the wait while Instagram refuses every call */
  requireOpen(): void;
}

/** Source: Meta's rate-limit page for the share; the waits are ours. */
const slowFromPercent = 80;
const waitPerPercentMs = 1_500;
const longestWaitMs = 30_000;
/** The budget is one of an hour: an older figure says nothing. */
const memoryMs = 3_600_000;

export function createPace({ now, sleep }: PaceOptions): Pace {
  let last: (Usage & { readonly atMs: number }) | undefined;

  return {
    note(headers) {
      const usage = readUsage(headers);
      if (usage) last = { ...usage, atMs: now().getTime() };
    },
    async slowDown(signal) {
      if (!last || last.percent < slowFromPercent || now().getTime() - last.atMs > memoryMs) return;
      const waitMs = (last.percent - slowFromPercent + 1) * waitPerPercentMs;
      await sleep(Math.min(waitMs, longestWaitMs), signal);
    },
    requireOpen() {
      const { percent = 0, regainMs = 0, atMs = 0 } = last ?? {};
      const retryAfterMs = atMs + regainMs - now().getTime();
      if (regainMs === 0 || retryAfterMs <= 0) return;
      const status = `${percent} % of the allowed calls are used`;
      throw new ProviderError('PROVIDER_002', { provider: 'instagram', status }, { retryAfterMs });
    },
  };
}
