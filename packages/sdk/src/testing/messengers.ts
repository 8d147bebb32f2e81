import { randomBytes } from 'node:crypto';
import type { ProviderName } from '@kt-event/sandbox';
import type { Messenger } from '../providers/messenger.js';
import { createNhnMessenger } from '../providers/nhn/nhn-messenger.js';
import { createSolapiMessenger } from '../providers/solapi/solapi-messenger.js';
import type { NoticeKind } from '../schema/notice.js';
import { noon, type StandIn } from './open-stand-in.js';

type Templates = Readonly<Partial<Record<NoticeKind, string>>>;

interface MessengerChoice {
  readonly baseUrl?: string | undefined;
  /** @defaultValue every template of the stand-in */
  readonly templates?: Templates | undefined;
  /** Of the channel or the sender profile. @defaultValue the stand-in's */
  readonly channel?: string | undefined;
  readonly now?: (() => Date) | undefined;
}

/** A messenger at its stand-in, and where it sends. */
export interface TestMessenger {
  readonly name: Extract<ProviderName, 'solapi' | 'nhn'>;
  /** Start of the path below the provider's own. */
  readonly alimTalkPath: string;
  readonly textPath: string;
  create(standIn: StandIn, choice?: MessengerChoice): Messenger;
}

function solapi(standIn: StandIn, { baseUrl, templates, channel, now = () => noon }: MessengerChoice = {}) {
  const { solapi: all } = standIn.sandbox.credentials;
  const own = {
    winner: all.SOLAPI_TEMPLATE_WINNER,
    reminder: all.SOLAPI_TEMPLATE_REMINDER,
    void: all.SOLAPI_TEMPLATE_VOID,
  };
  return createSolapiMessenger({
    ...standIn.options(baseUrl ?? standIn.sandbox.baseUrls.solapi),
    apiKey: all.SOLAPI_API_KEY,
    apiSecret: all.SOLAPI_API_SECRET,
    sender: all.SOLAPI_SENDER,
    alimTalk: { pfId: channel ?? all.SOLAPI_PFID, templates: templates ?? own },
    now,
    randomBytes,
  });
}

function nhn(standIn: StandIn, { baseUrl, templates, channel, now = () => noon }: MessengerChoice = {}) {
  const { nhn: all } = standIn.sandbox.credentials;
  const own = {
    winner: all.NHN_TEMPLATE_WINNER,
    reminder: all.NHN_TEMPLATE_REMINDER,
    void: all.NHN_TEMPLATE_VOID,
  };
  const options = standIn.options(baseUrl ?? standIn.sandbox.baseUrls.nhn);
  return createNhnMessenger({
    ...options,
    appkey: all.NHN_SMS_APPKEY,
    secretKey: all.NHN_SMS_SECRET_KEY,
    sendNo: all.NHN_SMS_SEND_NO,
    alimTalk: {
      baseUrl: options.baseUrl,
      appkey: all.NHN_KAKAO_APPKEY,
      secretKey: all.NHN_KAKAO_SECRET_KEY,
      senderKey: channel ?? all.NHN_SENDER_KEY,
      templates: templates ?? own,
    },
    now,
  });
}

export const messengers: readonly TestMessenger[] = [
  {
    name: 'solapi',
    alimTalkPath: '/messages/v4/send-many/detail',
    textPath: '/messages/v4/send-many/detail',
    create: solapi,
  },
  {
    name: 'nhn',
    alimTalkPath: '/alimtalk/v2.3/appkeys/sandboxNhnAppkey/messages',
    textPath: '/sms/v3.0/appKeys/sandboxNhnSmsAppkey/sender',
    create: nhn,
  },
];
