import { KtEventError, ProviderError, UserError } from '../../errors/index.js';
import type { HumanCheck, HumanToken, HumanVerdict, HumanWidget } from '../../providers/human-check.js';
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
  /** Asked in place of work. @defaultValue nobody */
  readonly humanCheck?: HumanCheck | undefined;
}

/** Asks for work, or for a provider's word, before a request is looked at, while the campaign or the load wants it so. */
export interface HumanDoor {
  isAsked(campaign: Pick<Campaign, 'brief'>): boolean;
  /** What a page shows in place of work. */
  readonly widget: HumanWidget | undefined;
  issue(campaignId: string, now: Date): Promise<Challenge>;
  /**
   * @returns what the request pays with; nothing while nothing is asked for
   * @throws UserError `USER_057`, or `USER_063` where a provider is asked; ProviderError when that cannot be
   */
  pass(
    campaign: Pick<Campaign, 'id' | 'brief'>,
    proofs: Proofs,
    now: Date,
  ): Promise<Spending['challenge'] | undefined>;
  /** The refusal of whoever has not paid, or not with this. */
  refusal(reason: string): UserError;
}

export function createHumanDoor({ meter, keys, randomBytes, humanCheck }: HumanDoorDeps): HumanDoor {
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

  /** Work is judged here, a token by whoever made it. */
  async function judge({ token, campaignId }: HumanToken, now: Date): Promise<HumanVerdict> {
    if (humanCheck) return ask(humanCheck, { token, campaignId }, now);
    const work = await workOf(campaignId).check(token, now);
    return work.kind === 'solved' ? { ...work, kind: 'human' } : { kind: 'refused', reason: work.kind };
  }

  const refusal = (reason: string) => new UserError(humanCheck ? 'USER_063' : 'USER_057', { reason });

  return {
    isAsked,
    widget: humanCheck?.widget,
    refusal,
    issue: (campaignId, now) => workOf(campaignId).issue(difficultyAt(meter.perSecond()), now),
    async pass(campaign, proofs, now) {
      if (!isAsked(campaign)) return undefined;
      const token = humanCheck ? proofs.turnstile : proofs.challenge;
      if (!token) throw refusal('missing');
      const verdict = await judge({ token, campaignId: campaign.id }, now);
      if (verdict.kind === 'refused') throw refusal(verdict.reason);
      return { name: verdict.name, expiresAt: verdict.expiresAt };
    },
  };
}

/**
 * A provider that remembers its answers longer than we remember what is spent must not make an old token new. A secret
 * of ours that it does not take is our trouble, not the visitor's.
 */
async function ask(humanCheck: HumanCheck, token: HumanToken, now: Date): Promise<HumanVerdict> {
  const { provider } = humanCheck;
  const verdict = await humanCheck.check(token).catch((cause: unknown) => {
    throw isAuth(cause) ? new ProviderError('PROVIDER_002', { provider, status: 401 }, { cause }) : cause;
  });
  const isOver = verdict.kind === 'human' && Date.parse(verdict.expiresAt) <= now.getTime();
  return isOver ? { kind: 'refused', reason: 'expired' } : verdict;
}

const isAuth = (cause: unknown): boolean => KtEventError.is(cause) && cause.code.startsWith('AUTH_');
