import { makeText } from '../../generate/channel-words.js';
import type { Rewriting, Rewritings } from '../../generate/rewriting.js';
import type { Channel } from '../../schema/primitives.js';
import type { CampaignDeps } from '../campaign-deps.js';
import type { PlannedCampaign } from '../campaign-run.js';
import { findingsOf } from '../judge-phase.js';
import { channelStyles } from './channel-styles.js';

interface Kept {
  readonly provider: string;
  readonly label: string | undefined;
  readonly entryUrl: (place: Channel | 'print') => string;
  readonly deps: Pick<CampaignDeps, 'knowledge' | 'now'>;
}

/**
 * The same without the texts that, as they would be published, break a rule that the plan's own do not, or are too long
 * for their channel.
 */
export function keepLawful(campaign: PlannedCampaign, rewritings: Rewritings, kept: Kept): Rewritings {
  const { brief, plan } = campaign;
  const { provider, label, entryUrl, deps } = kept;
  const textOf = (channel: Channel, rewriting: Rewriting | undefined) =>
    makeText(channel, {
      ...{ brief, plan, label, link: entryUrl(channel), rewriting },
      ...{ painted: false, filmed: false },
    }).creative;
  const brokenBy = (all: Rewritings) => {
    const creatives = brief.channels.map((channel) => textOf(channel, all.get(channel)));
    return findingsOf({ ...campaign, creatives }, 'creative', {}, deps)
      .filter(({ severity }) => severity !== 'info')
      .map(({ ruleId, path = '' }) => ({ ruleId, at: `${ruleId} ${path}` }));
  };
  const before = new Set(brokenBy(new Map()).map(({ at }) => at));
  let made = new Map<Channel, Rewriting>();
  for (const [channel, rewriting] of rewritings) {
    const tried = new Map(made).set(channel, rewriting);
    const fresh = brokenBy(tried).filter(({ at }) => !before.has(at));
    const { whole = Number.POSITIVE_INFINITY } = channelStyles[channel];
    if (rewriting.written && textOf(channel, rewriting).text.length > whole)
      made.set(channel, { unwritten: { provider, why: 'too_long' } });
    else if (fresh.length > 0)
      made.set(channel, {
        unwritten: { provider, why: 'rule', rules: [...new Set(fresh.map(({ ruleId }) => ruleId))] },
      });
    else made = tried;
  }
  return made;
}
