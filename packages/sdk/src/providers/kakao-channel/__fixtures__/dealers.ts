import { randomBytes } from 'node:crypto';
import type { ProviderName } from '@kt-event/sandbox';
import { noon, type StandIn } from '../../../testing/open-stand-in.js';
import type { KakaoDealer } from '../../kakao-dealer.js';
import { createNhnDealer, type NhnDealerOptions } from '../../nhn/nhn-dealer.js';
import { createSolapiDealer, type SolapiDealerOptions } from '../../solapi/solapi-dealer.js';

/** A dealer at its stand-in, and where it sends. */
export interface TestDealer {
  readonly name: Extract<ProviderName, 'solapi' | 'nhn'>;
  readonly sendPath: string;
  readonly listPath: string;
  create(standIn: StandIn, over?: { readonly baseUrl?: string; readonly now?: () => Date }): KakaoDealer;
}

export function aSolapiDealer(standIn: StandIn, over: Partial<SolapiDealerOptions> = {}): KakaoDealer {
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER, SOLAPI_PFID } =
    standIn.sandbox.credentials.solapi;
  return createSolapiDealer({
    ...standIn.options(standIn.sandbox.baseUrls.solapi),
    apiKey: SOLAPI_API_KEY,
    apiSecret: SOLAPI_API_SECRET,
    sender: SOLAPI_SENDER,
    channelId: SOLAPI_PFID,
    now: () => noon,
    randomBytes,
    ...over,
  });
}

export function aNhnDealer(standIn: StandIn, over: Partial<NhnDealerOptions> = {}): KakaoDealer {
  const { NHN_KAKAO_APPKEY, NHN_KAKAO_SECRET_KEY, NHN_SENDER_KEY } = standIn.sandbox.credentials.nhn;
  return createNhnDealer({
    ...standIn.options(standIn.sandbox.baseUrls.nhn),
    appkey: NHN_KAKAO_APPKEY,
    secretKey: NHN_KAKAO_SECRET_KEY,
    senderKey: NHN_SENDER_KEY,
    now: () => noon,
    ...over,
  });
}

export const dealers: readonly TestDealer[] = [
  {
    name: 'solapi',
    sendPath: '/messages/v4/send-many/detail',
    listPath: '/messages/v4/list',
    create: aSolapiDealer,
  },
  {
    name: 'nhn',
    sendPath: '/brand-message/v1.0/appkeys/sandboxNhnAppkey/freestyle-messages',
    listPath: '/brand-message/v1.0/appkeys/sandboxNhnAppkey/messages',
    create: aNhnDealer,
  },
];
