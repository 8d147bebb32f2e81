import { AuthError, UserError } from '../../errors/index.js';
import type { Messenger } from '../../providers/messenger.js';
import type { Engine } from '../../runs/engine.js';
import type { WorkflowDefinition } from '../../runs/workflow.js';
import type { Campaign } from '../../schema/campaign.js';
import { codeBudgetKrw } from '../../schema/code-budget.js';
import type { GuardKeys } from '../../security/guard-keys.js';
import type { E164 } from '../../security/phone.js';
import type { RandomBytes } from '../../security/random-bytes.js';
import type { CodeGrant, CodeRepository } from '../../store/code-repository.js';
import type { Spending } from '../../store/spending.js';
import { codeText } from './code-text.js';
import { clientIndex, codeHash, codePhoneIndex, isSameHash, newCode } from './code-words.js';
import type { HumanDoor } from './human-door.js';
import { type CodeSending, createSendCode, sendCodeDefinition } from './send-code.js';

/** Source: bots and cost abuse, `3/phone/h, 10/IP/h, event budget`. */
const caps = { perPhone: 3, perClient: 10, windowMs: 3_600_000 } as const;
const maxTries = 5;
/** Time to look at a phone and type six digits. */
export const codeLifeSeconds = 180;

export interface PhoneCodesDeps {
  readonly codes: CodeRepository;
  readonly engine: Pick<Engine, 'start' | 'advance'>;
  readonly messengerOf: (campaign: Pick<Campaign, 'folder'>) => Messenger;
  readonly keys: Pick<GuardKeys, 'codeKey' | 'clientKey'>;
  readonly randomBytes: RandomBytes;
  readonly door: Pick<HumanDoor, 'refusal'>;
}

interface CodeQuestion {
  readonly campaign: Campaign;
  readonly phone: E164;
  /** Address of whoever asks, as a trusted hop saw it. */
  readonly client: string;
  readonly challenge?: Spending['challenge'];
  readonly at: Date;
  readonly signal?: AbortSignal | undefined;
}

/** One-time codes by text message: sent within caps, tried a few times, used once. */
export interface PhoneCodes {
  /**
   * Sends a code, whoever the phone belongs to and whether or not it has entered.
   * @throws UserError `USER_057` or `USER_063` for what is spent, `USER_059`, `USER_060`; AuthError `AUTH_001` where no text
   * message can be sent
   */
  send(question: CodeQuestion): Promise<CodeSending>;
  /** @returns the code's id, for the entry to use up. @throws UserError `USER_058` */
  check(campaignId: string, phone: E164, code: string | undefined, at: Date): Promise<string>;
  /** Forgets codes that no cap counts any more. @returns how many */
  forgetOld(at: Date): Promise<number>;
}

export function createPhoneCodes(deps: PhoneCodesDeps): PhoneCodes {
  const { codes, engine, messengerOf, keys, randomBytes, door } = deps;

  return {
    async send({ campaign, phone, client, challenge, at, signal }) {
      const messenger = requireMessenger(messengerOf(campaign));
      const id = Buffer.from(randomBytes(16)).toString('hex');
      const key = keys.codeKey(campaign.id);
      const code = newCode(randomBytes);
      const message = { phone, text: codeText(campaign.brief.store.name, code) };
      const priceKrw = messenger.priceKrw([{ key: id, ...message }]);
      const request = {
        id,
        campaignId: campaign.id,
        phoneIndex: codePhoneIndex(key, phone),
        clientIndex: clientIndex(keys.clientKey, client),
        codeHash: codeHash(key, { id, phone, code }),
        at: at.toISOString(),
        expiresAt: new Date(at.getTime() + codeLifeSeconds * 1_000).toISOString(),
        priceKrw,
      };
      const budgetKrw = codeBudgetKrw(campaign.brief);
      const grant = await codes.reserve(request, { ...caps, budgetKrw }, challenge);
      if (grant.kind === 'spent') throw door.refusal('spent');
      requireGranted(grant, at);

      const input = { campaignId: campaign.id, codeId: id };
      const options = { runId: codeRunId(id), subject: codeSubject(campaign.id), jobClass: 0 } as const;
      await engine.start(sendCodeDefinition, input, options);
      const workflow = createSendCode({ messenger, codes, message }) as WorkflowDefinition;
      const run = await engine.advance(options.runId, workflow, { signal, capKrw: priceKrw });
      return run.result as CodeSending;
    },

    async check(campaignId, phone, code, at) {
      const given = code?.replace(/\s/g, '') ?? '';
      if (!/^\d{6}$/.test(given)) throw new UserError('USER_058', {});
      const key = keys.codeKey(campaignId);
      const attempt = { campaignId, phoneIndex: codePhoneIndex(key, phone), at: at.toISOString() };
      const newest = await codes.tryNewest(attempt, maxTries);
      const id = newest?.id ?? '';
      if (!newest || !isSameHash(newest.codeHash, codeHash(key, { id, phone, code: given }))) {
        throw new UserError('USER_058', {});
      }
      return newest.id;
    },

    forgetOld: (at) => codes.forgetAskedUntil(new Date(at.getTime() - caps.windowMs).toISOString()),
  };
}

const codeRunId = (codeId: string) => `code-${codeId}`;

/** Apart from the campaign's own runs, of which there are few. */
export const codeSubject = (campaignId: string) => `codes/${campaignId}`;

/** A folder on this machine tells nobody a code. @throws AuthError `AUTH_001` */
export function requireMessenger(messenger: Messenger): Messenger {
  if (messenger.mode !== 'local') return messenger;
  const variables = 'SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER';
  throw new AuthError('AUTH_001', { provider: 'Solapi', variables });
}

function requireGranted(grant: Exclude<CodeGrant, { kind: 'spent' }>, at: Date): void {
  switch (grant.kind) {
    case 'granted':
      return;
    case 'no_budget':
      throw new UserError('USER_060', { budgetKrw: grant.budgetKrw });
    case 'too_many': {
      const retryAfterMs = Date.parse(grant.until) - at.getTime();
      throw new UserError('USER_059', { seconds: Math.ceil(retryAfterMs / 1_000) }, { retryAfterMs });
    }
  }
}
