import type { CampaignStatus } from '@kt-event/sdk';
import type { ExitCode } from './context.js';

/** 7 when a person must decide about an effect, 6 when a channel or a notice failed, else 0. */
export function outcomeOf({ run, effects, publications, notices }: CampaignStatus): ExitCode {
  if (run?.state === 'parked' || effects.some(({ state }) => state === 'parked')) return 7;
  const failed = publications.some(isFailed) || notices.some(isFailed);
  return failed ? 6 : 0;
}

const isFailed = ({ state }: { readonly state: string }): boolean =>
  state === 'failed' || state === 'in_doubt';
