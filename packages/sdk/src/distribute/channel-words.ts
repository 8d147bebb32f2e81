import { ProviderError } from '../errors/index.js';
import type { Publication, PublicationState } from '../schema/publication.js';

/** A channel's own words: why it refused, or what it adds to the state. What was said before no longer counts. */
export function channelWords(
  state: PublicationState,
  provider: string,
  reason: string | undefined,
): Pick<Publication, 'error' | 'note'> {
  if (state !== 'refused') return { note: reason, error: undefined };
  const refusal = new ProviderError('PROVIDER_001', { provider, reason: reason ?? '?' });
  const { code, ko, message: en, hint } = refusal.toJSON();
  const error = { code, message: { ko: ko.message, en }, hint: { ko: ko.hint, en: hint } };
  return { error, note: undefined };
}
