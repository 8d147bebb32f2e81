const weekday = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds, or a date. A moment that has passed is 0.
 *
 * @param now - The provider's own clock, from its `Date` header, so that ours may be wrong.
 * @returns Nothing when the header is missing, is neither form, or is a date without a clock to hold it against.
 */
export function retryAfterMs(header: string | undefined, now: Date | undefined): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1_000), Number.MAX_SAFE_INTEGER);
  if (!weekday.test(text) || !now) return undefined; // Date.parse alone takes '-5' for a date
  const ms = Date.parse(text) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
