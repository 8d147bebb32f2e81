import { timingSafeEqual } from 'node:crypto';
import { credentials } from '../../credentials.js';
import type { Provider, SandboxRequest } from '../../provider.js';
import { jsonResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import type { World } from '../../world.js';
import { createDesk } from './desk.js';
import { nhnAnswer, refuseNhn } from './nhn-answer.js';

const pathOf = (rest: string): RegExp => new RegExp(`^/brand-message/v1\\.0/appkeys/[^/]+/${rest}$`);

function isSame(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** The app key stands in the path, the secret in a header; what is wrong with them is told with status 200. */
function authenticate({ path, headers }: SandboxRequest): string {
  const appkey = /\/appkeys\/([^/]+)\//.exec(path)?.[1] ?? '';
  if (!isSame(appkey, credentials.nhn.NHN_KAKAO_APPKEY)) {
    refuseNhn(-1000);
  }
  if (!isSame(headers['x-secret-key'] ?? '', credentials.nhn.NHN_KAKAO_SECRET_KEY)) {
    refuseNhn(-1001);
  }
  return 'store';
}

/** Kakao brand messages through NHN Cloud: free in form, and the list of what was sent. */
export function createNhnProvider(world: World): Provider {
  const desk = createDesk(world);
  const routes: readonly Route[] = [
    { method: 'POST', path: pathOf('freestyle-messages'), handle: desk.send },
    { method: 'GET', path: pathOf('messages'), handle: desk.list },
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
