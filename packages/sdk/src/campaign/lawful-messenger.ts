import type { Messenger } from '../providers/messenger.js';
import { toSeoul } from '../schema/seoul-time.js';
import type { CampaignDeps } from './campaign-deps.js';
import type { PlannedCampaign } from './campaign-run.js';
import { findingsOf, refuseErrors } from './judge-phase.js';

type Deps = Pick<CampaignDeps, 'messenger' | 'knowledge' | 'now'>;

/**
 * The messenger, judging every notice by the rules before its first byte leaves: what mixes advertising into it, or
 * lacks its reason, is not sent.
 */
export function lawfulMessenger(campaign: PlannedCampaign, deps: Deps): Messenger {
  const { messenger, now } = deps;
  return {
    ...messenger,
    send(messages, ...rest) {
      const sendAt = toSeoul(now());
      const facts = messages.map(({ text }) => ({
        channel: 'alimtalk' as const,
        kind: 'info' as const,
        text,
        sendAt,
      }));
      refuseErrors(findingsOf(campaign, 'send', { messages: facts }, deps));
      return messenger.send(messages, ...rest);
    },
  };
}
