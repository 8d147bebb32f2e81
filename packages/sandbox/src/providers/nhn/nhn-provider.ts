import { timingSafeEqual } from 'node:crypto';
import { credentials } from '../../credentials.js';
import type { Provider, SandboxRequest } from '../../provider.js';
import { jsonResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import type { World } from '../../world.js';
import { createDesk } from './desk.js';
import { nhnAnswer, refuseNhn } from './nhn-answer.js';
import { createNoticeDesk } from './notice-desk.js';

const brandPath = (rest: string): RegExp => new RegExp(`^/brand-message/v1\\.0/appkeys/[^/]+/${rest}$`);
const alimTalkPath = (rest: string): RegExp => new RegExp(`^/alimtalk/v2\\.3/appkeys/[^/]+/${rest}$`);
const textPath = (rest: string): RegExp => new RegExp(`^/sms/v3\\.0/appKeys/[^/]+/sender/${rest}$`);

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** The app key stands in the path, the secret in a header; what is wrong with them is told with status 200. */
function authenticate({ path, headers }: SandboxRequest): string {
  const { nhn } = credentials;
  const isText = path.startsWith('/sms/');
  const [knownKey, knownSecret] = isText
    ? [nhn.NHN_SMS_APPKEY, nhn.NHN_SMS_SECRET_KEY]
    : [nhn.NHN_KAKAO_APPKEY, nhn.NHN_KAKAO_SECRET_KEY];
  const appkey = /\/app[kK]eys\/([^/]+)\//.exec(path)?.[1] ?? '';
  if (!isSame(appkey, knownKey)) {
    refuseNhn(-1000);
  }
  if (!isSame(headers['x-secret-key'] ?? '', knownSecret)) {
    refuseNhn(-1001);
  }
  return 'store';
}

/** Through NHN Cloud: Kakao brand messages, AlimTalk and text messages, and the lists of what was sent. */
export function createNhnProvider(world: World): Provider {
  const desk = createDesk(world);
  const notices = createNoticeDesk(world, desk.spendKey);
  const routes: readonly Route[] = [
    { method: 'POST', path: brandPath('freestyle-messages'), handle: desk.send },
    { method: 'GET', path: brandPath('messages'), handle: desk.list },
    { method: 'POST', path: alimTalkPath('messages'), handle: notices.sendAlimTalk },
    { method: 'GET', path: alimTalkPath('messages'), handle: notices.listAlimTalk },
    { method: 'GET', path: alimTalkPath('senders/[^/]+/templates'), handle: notices.listTemplates },
    ...(['sms', 'lms'] as const).flatMap((kind): Route[] => {
      const path = textPath(kind === 'sms' ? 'sms' : 'mms');
      return [
        { method: 'POST', path, handle: (request) => notices.sendText(kind, request) },
        { method: 'GET', path, handle: (request) => notices.listText(kind, request) },
      ];
    }),
  ];
  return {
    name: 'nhn',
    authenticate,
    /** The key is a fact about the request: with it the journal can tell a repetition again. */
    prepare: async ({ headers }) => headers['x-nc-api-idempotency-key'] ?? null,
    changesState: ({ method }) => method === 'POST',
    handle: (request) => dispatch(routes, request, () => nhnAnswer(-9998)),
    shown: desk.shown,
    toErrorResponse: (status, reason) =>
      jsonResponse(status, {
        header: { resultCode: status === 429 ? -9997 : -9999, resultMessage: reason, isSuccessful: false },
      }),
  };
}
