import { UserError } from '../../errors/index.js';
import type { Campaign } from '../../schema/campaign.js';
import type { Challenge } from '../../schema/challenge.js';
import type { Proofs } from '../../schema/proofs.js';
import type { GuardKeys } from '../../security/guard-keys.js';
import { createProofOfWork } from '../../security/proof-of-work.js';
import type { RandomBytes } from '../../security/random-bytes.js';
import type { Spending } from '../../store/spending.js';
import { difficultyAt } from './difficulty.js';
import type { LoadMeter } from './load-meter.js';

export interface HumanDoorDeps {
  readonly meter: LoadMeter;
  readonly keys: Pick<GuardKeys, 'challengeKey'>;
  readonly randomBytes: RandomBytes;
}

/** Asks for work before a request is looked at, while the campaign or the load wants it so. */
export interface HumanDoor {
  isAsked(campaign: Pick<Campaign, 'brief'>): boolean;
  issue(campaignId: string, now: Date): Promise<Challenge>;
  /**
   * @returns what the request pays with; nothing while nothing is asked for
   * @throws UserError `USER_057`
   */
  pass(
    campaign: Pick<Campaign, 'id' | 'brief'>,
    proofs: Proofs,
    now: Date,
  ): Promise<Spending['challenge'] | undefined>;
}

export function createHumanDoor({ meter, keys, randomBytes }: HumanDoorDeps): HumanDoor {
  const workOf = (campaignId: string) =>
    createProofOfWork({ key: keys.challengeKey(campaignId), campaignId, randomBytes });

  const isAsked: HumanDoor['isAsked'] = ({ brief }) => {
    switch (brief.guards?.challenge ?? 'auto') {
      case 'always':
        return true;
      case 'off':
        return false;
      case 'auto':
        return meter.isHigh();
    }
  };

  return {
    isAsked,
    issue: (campaignId, now) => workOf(campaignId).issue(difficultyAt(meter.perSecond()), now),
    async pass(campaign, proofs, now) {
      if (!isAsked(campaign)) return undefined;
      if (!proofs.challenge) throw new UserError('USER_057', { reason: 'missing' });
      const check = await workOf(campaign.id).check(proofs.challenge, now);
      if (check.kind !== 'solved') throw new UserError('USER_057', { reason: check.kind });
      return { name: check.name, expiresAt: check.expiresAt };
    },
  };
}
