import { KtEventError, ProviderError, UserError } from '../errors/index.js';
import { withTimeout } from '../resilience/with-timeout.js';
import type { WorkflowDefinition } from '../runs/workflow.js';
import type { Campaign } from '../schema/campaign.js';

export const generationDefinition = { name: 'generation', version: 1 } as const;

export interface GenerationDeps {
  readonly campaign: (campaignId: string) => Promise<Campaign>;
  /** Carries the campaign's own run to the end of its generate stage. */
  readonly advance: (campaignId: string, signal: AbortSignal) => Promise<void>;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A value rather than an interface, so that a journal can hold it. */
type GenerationInput = { readonly campaignId: string };

/** Whoever asked waits no longer. Source: reliability target of long work. */
const limitMinutes = 10;
/** How often it looks whether somebody else, who holds the campaign, has made them. */
const lookMs = 1_000;
const name = 'generation';

/**
 * Has the creatives of a campaign made, as a job that is asked for now and done when its turn comes. What is made and
 * what is paid for is remembered by the campaign's own run, so a job that dies costs nothing twice.
 *
 * Its run fails with `PROVIDER_008` past the time limit, `USER_008` when the campaign cannot be made.
 */
export function createGenerationWorkflow(deps: GenerationDeps): WorkflowDefinition<GenerationInput> {
  return {
    ...generationDefinition,
    async run({ signal }, { campaignId }) {
      const deadline = { name, timeoutMs: limitMinutes * 60_000, signal };
      try {
        await withTimeout((signal) => make(campaignId, deps, signal), deadline);
      } catch (error) {
        throw isLate(error) ? new ProviderError('PROVIDER_008', { minutes: limitMinutes }) : error;
      }
      return { campaignId };
    },
  };
}

async function make(campaignId: string, deps: GenerationDeps, signal: AbortSignal): Promise<void> {
  while (!(await isMade(campaignId, deps))) {
    try {
      await deps.advance(campaignId, signal);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await deps.sleep(lookMs, signal);
      continue;
    }
    if (await isMade(campaignId, deps)) return;
    throw new UserError('USER_008', { state: 'planned', action: 'generate' }); // its approval was for another content
  }
}

/** @throws UserError `USER_008` when it can no longer be made */
async function isMade(campaignId: string, { campaign }: GenerationDeps): Promise<boolean> {
  const { creatives, state } = await campaign(campaignId);
  if (creatives.length > 0) return true;
  if (state === 'planned' || state === 'approved') return false;
  throw new UserError('USER_008', { state, action: 'generate' });
}

const isHeld = (error: unknown): boolean => KtEventError.is(error) && error.code === 'STORE_004';

const isLate = (error: unknown): boolean =>
  KtEventError.is(error) && error.code === 'PROVIDER_006' && error.context['provider'] === name;
