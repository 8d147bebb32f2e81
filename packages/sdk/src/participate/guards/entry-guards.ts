import { KtEventError, UserError } from '../../errors/index.js';
import type { Campaign } from '../../schema/campaign.js';
import { parseInput } from '../../schema/parse.js';
import { type Proofs, proofsSchema } from '../../schema/proofs.js';
import { type E164, toMobilePhone } from '../../security/phone.js';
import type { GuardKind } from '../../store/guard-repository.js';
import type { Spending, SpentBefore } from '../../store/spending.js';
import type { Counts } from '../counts.js';
import type { HumanDoor } from './human-door.js';
import type { LoadMeter } from './load-meter.js';
import { codeLifeSeconds, type PhoneCodes } from './phone-codes.js';
import type { CodeSending } from './send-code.js';

/** A checked entry that has not been sealed. */
interface GuardedEntry {
  readonly campaign: Campaign;
  readonly phone: E164;
  /** As it came. */
  readonly proofs: unknown;
  readonly at: Date;
}

export interface CodeAnswer {
  /** `unknown`: it may come; nobody can tell. */
  readonly state: Exclude<CodeSending, 'not_sent'>;
  readonly expiresInSeconds: number;
}

interface GuardedCode {
  readonly campaign: Campaign;
  readonly phone: string;
  readonly client: string;
  readonly proofs: unknown;
  readonly at: Date;
  readonly signal?: AbortSignal | undefined;
}

/** What stands between a request and everything that costs: keys, ciphers, the disk, text messages. */
export interface EntryGuards {
  /**
   * @returns what the entry pays with; nothing where the campaign asks for nothing
   * @throws UserError `USER_001` for a program that fills in every field, `USER_057`, `USER_058`, `USER_063`;
   * ProviderError when a provider that has to be asked does not answer
   */
  admit(entry: GuardedEntry): Promise<Spending | undefined>;
  /** The refusal of an entry that would have paid with what had been spent. */
  spent(what: SpentBefore): UserError;
  /**
   * @throws UserError `USER_001`, `USER_057`, `USER_059`, `USER_060`, `USER_061`, `USER_062`, `USER_063`; AuthError
   * `AUTH_001`; ProviderError
   */
  sendCode(question: GuardedCode): Promise<CodeAnswer>;
}

export interface EntryGuardsDeps {
  readonly meter: LoadMeter;
  readonly door: HumanDoor;
  readonly phoneCodes: PhoneCodes;
  readonly turnedAway: Pick<Counts<GuardKind>, 'add'>;
}

export function createEntryGuards({ meter, door, phoneCodes, turnedAway }: EntryGuardsDeps): EntryGuards {
  async function counted<T>({ id }: Pick<Campaign, 'id'>, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const kind = KtEventError.is(error) ? kinds[error.code] : undefined;
      if (kind) turnedAway.add(id, kind);
      throw error;
    }
  }

  /** Looks like any other refusal, and is counted apart from them. */
  function requireHuman({ id }: Pick<Campaign, 'id'>, given: unknown): Proofs {
    const proofs = given === undefined ? {} : parseInput(proofsSchema, given, 'entry');
    if (!proofs.website) return proofs;
    turnedAway.add(id, 'honeypot');
    throw new UserError('USER_001', { what: 'entry' });
  }

  return {
    async admit({ campaign, phone, proofs: given, at }) {
      meter.count();
      const proofs = requireHuman(campaign, given);
      // the code has been paid for with a challenge, where one was asked for
      if (campaign.brief.guards?.phoneCode) {
        const codeId = await counted(campaign, () =>
          phoneCodes.check(campaign.id, phone, proofs.phoneCode, at),
        );
        return { codeId };
      }
      const challenge = await counted(campaign, () => door.pass(campaign, proofs, at));
      return challenge && { challenge };
    },
    spent: (what) => (what === 'code' ? new UserError('USER_058', {}) : door.refusal('spent')),
    async sendCode({ campaign, phone: text, client, proofs: given, at, signal }) {
      meter.count();
      const proofs = requireHuman(campaign, given);
      if (!campaign.brief.guards?.phoneCode) throw new UserError('USER_062', {});
      const phone = toMobilePhone(text);
      return counted(campaign, async () => {
        const challenge = await door.pass(campaign, proofs, at);
        const state = await phoneCodes.send({ campaign, phone, client, challenge, at, signal });
        if (state === 'not_sent') throw new UserError('USER_061', {});
        return { state, expiresInSeconds: codeLifeSeconds };
      });
    },
  };
}

const kinds: Readonly<Partial<Record<string, GuardKind>>> = {
  USER_057: 'challenge',
  USER_063: 'challenge',
  USER_058: 'code',
  USER_059: 'code_limit',
  USER_060: 'code_budget',
};
