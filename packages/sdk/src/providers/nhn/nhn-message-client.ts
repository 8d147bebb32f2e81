import { AuthError, ProviderError } from '../../errors/index.js';
import type { ApprovedTemplate } from '../messenger.js';
import type { ProviderOptions } from '../provider-options.js';
import { createNhnAsk, type NhnAsk } from './nhn-ask.js';
import { judgeHeader } from './nhn-error.js';
import { alimTalkSentSchema, type NhnTaken, textSentSchema } from './nhn-message-answer.js';
import type { NhnAlimTalk } from './nhn-message-draft.js';
import { listAlimTalk, listText } from './nhn-message-list.js';
import { readNhnTemplates } from './nhn-templates.js';

export interface NhnMessageOptions extends ProviderOptions {
  /** Of the SMS service. */
  readonly appkey: string;
  readonly secretKey: string;
  /** Registered sender number. */
  readonly sendNo: string;
  readonly alimTalk?: NhnAlimTalk | undefined;
  readonly now: () => Date;
}

/** What NHN said of one message. */
export interface NhnSaid {
  readonly requestId?: string | undefined;
  /** NHN's code, when it refused. */
  readonly refusal?: string | undefined;
}

const provider = 'nhn';
const textPaths = { sms: '/sender/sms', lms: '/sender/mms' } as const;

function textAsk(options: NhnMessageOptions): NhnAsk {
  const { baseUrl, appkey, secretKey } = options;
  return createNhnAsk(options, {
    root: `${baseUrl}/sms/v3.0/appKeys/${encodeURIComponent(appkey)}`,
    secretKey,
    judge: judgeHeader,
  });
}

function alimTalkAsk(options: NhnMessageOptions, { baseUrl, appkey, secretKey }: NhnAlimTalk): NhnAsk {
  return createNhnAsk(options, {
    root: `${baseUrl}/alimtalk/v2.3/appkeys/${encodeURIComponent(appkey)}`,
    secretKey,
    judge: judgeHeader,
  });
}

/** Calls for notices: AlimTalk v2.3 and SMS v3.0. NHN answers 200 to nearly everything: the result is in the body. */
export function createNhnMessageClient(options: NhnMessageOptions) {
  const { alimTalk, now } = options;
  const askText = textAsk(options);
  const askAlimTalk = alimTalk && alimTalkAsk(options, alimTalk);

  return {
    async sendText(kind: 'sms' | 'lms', json: object, signal?: AbortSignal): Promise<NhnSaid> {
      const request = { method: 'POST', path: textPaths[kind], json } as const;
      const { header, body } = await askText(request, textSentSchema, { signal, repeatable: false });
      const requestId = body?.data?.requestId ?? undefined;
      return said(requestId, judgeHeader(header) ?? codeOf(body?.data?.sendResultList[0]));
    },

    /** @returns what NHN said about each, by our key; whoever it does not name is as the request as a whole. */
    async sendAlimTalk(json: object, idempotencyKey: string, signal?: AbortSignal) {
      if (!askAlimTalk)
        throw new AuthError('AUTH_001', { provider: 'NHN Cloud', variables: 'NHN_SENDER_KEY' });
      const headers = { 'x-nc-api-idempotency-key': idempotencyKey };
      const request = { method: 'POST', path: '/messages', headers, json } as const;
      const { header, message } = await askAlimTalk(request, alimTalkSentSchema, {
        signal,
        repeatable: false,
      });
      const requestId = message?.requestId ?? undefined;
      const whole = judgeHeader(header);
      const each = new Map(
        (message?.sendResults ?? []).map((one) => [
          one.recipientGroupingKey,
          said(requestId, codeOf(one) ?? whole),
        ]),
      );
      return (key: string): NhnSaid => each.get(key) ?? said(requestId, whole);
    },

    /** @returns the messages that carry the reference, by our key; the AlimTalk where a text message followed it. */
    async find(reference: string, signal?: AbortSignal): Promise<ReadonlyMap<string, NhnTaken>> {
      const search = { now: now(), reference, signal };
      const all = [
        ...(await listText(askText, textPaths.sms, 'sms', search)),
        ...(await listText(askText, textPaths.lms, 'lms', search)),
        ...(askAlimTalk ? await listAlimTalk(askAlimTalk, search) : []),
      ];
      return new Map(all.map((one) => [one.key, one]));
    },

    async templates(signal?: AbortSignal): Promise<ReadonlyMap<string, ApprovedTemplate>> {
      return alimTalk && askAlimTalk ? readNhnTemplates(askAlimTalk, alimTalk.senderKey, signal) : new Map();
    },
  };
}

const codeOf = (result: { readonly resultCode: number } | undefined) =>
  result && result.resultCode !== 0 ? `${result.resultCode}` : undefined;

/** What was taken has an id; what has neither that nor a refusal may have been taken. */
function said(requestId: string | undefined, refusal: string | undefined): NhnSaid {
  if (requestId === undefined && refusal === undefined)
    throw new ProviderError('PROVIDER_004', { provider, reason: 'no requestId' });
  return { requestId, refusal };
}
