import { KtEventError, UserError } from '@kt-event/sdk';

/**
 * Wrong visit codes that one address may send to one event in a while. Our own choice: a shop's customers share an
 * address and mistype now and then, and 20 in ten minutes guess a right code once in 58 days of trying without a pause
 * (six good ones of 10^6). Entries without a code are never stopped by it.
 */
const most = 20;
const windowMs = 600_000;
/** Addresses remembered; the longest known is forgotten first. */
const mostAddresses = 10_000;

export interface WrongCodes {
  /** Runs an attempt with a code; counts it when the code was wrong. @throws UserError `USER_056` after too many */
  guard<T>(place: string, attempt: () => Promise<T>): Promise<T>;
}

export function createWrongCodes(now: () => Date): WrongCodes {
  const places = new Map<string, { readonly sinceMs: number; readonly count: number }>();

  function standing(place: string) {
    const known = places.get(place);
    return known && now().getTime() - known.sinceMs < windowMs ? known : undefined;
  }

  function count(place: string): void {
    const { sinceMs = now().getTime(), count: before = 0 } = standing(place) ?? {};
    places.delete(place);
    places.set(place, { sinceMs, count: before + 1 });
    const [oldest] = places.keys();
    if (places.size > mostAddresses && oldest !== undefined) places.delete(oldest);
  }

  return {
    async guard(place, attempt) {
      const known = standing(place);
      if (known && known.count >= most) {
        const seconds = Math.ceil((known.sinceMs + windowMs - now().getTime()) / 1_000);
        throw new UserError('USER_056', { seconds });
      }
      try {
        return await attempt();
      } catch (error) {
        if (isWrongCode(error)) count(place);
        throw error;
      }
    },
  };
}

function isWrongCode(error: unknown): boolean {
  return KtEventError.is(error) && error.issues.some(({ path: [field] }) => field === 'visitCode');
}
