import { z } from 'zod';
import { type Bilingual, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';

const provider = 'clova';

/** The service names its code at the top, the gateway before it inside `error`. Which of them wraps is from memory [M]. */
const failureSchema = z.union([
  z.object({ errorCode: z.string() }).transform(({ errorCode }) => errorCode),
  z.object({ error: z.object({ errorCode: z.string() }) }).transform(({ error }) => error.errorCode),
]);

/** Source: the table of CLOVA Voice's own codes, api.ncloud-docs.com, read 2026-11-21. Later codes are shown as they are. */
const reasons: Readonly<Record<string, Bilingual>> = {
  VS01: { ko: '목소리를 고르지 않았습니다', en: 'no speaker was named' },
  VS02: { ko: '없는 목소리입니다', en: 'there is no such speaker' },
  VS03: { ko: '말하는 속도가 빠졌습니다', en: 'the speed is missing' },
  VS04: { ko: '지원하지 않는 속도입니다', en: 'the speed is not supported' },
  VS05: { ko: '읽을 글이 없습니다', en: 'there is no text' },
  VS06: { ko: '글이 너무 깁니다', en: 'the text is too long' },
  VS07: { ko: '지원하지 않는 음량입니다', en: 'the volume is not supported' },
  VS08: { ko: '지원하지 않는 음높이입니다', en: 'the pitch is not supported' },
  VS09: { ko: '지원하지 않는 음색입니다', en: 'the timbre is not supported' },
};

/**
 * The gateway's 429 for an allowance used up, and for an application without CLOVA Voice: waiting does not help with
 * either. 410 and 420 under the same status only ask to come back later.
 */
const quotaCode = '400';
const quotaReason: Bilingual = {
  ko: '사용량을 다 썼거나 애플리케이션에 CLOVA Voice가 선택되어 있지 않습니다. 네이버 클라우드 콘솔을 확인하세요',
  en: 'the quota is used up, or CLOVA Voice is not selected for the application; check the NAVER Cloud console',
};

/**
 * Lets an accepted answer pass.
 *
 * @throws ProviderError `PROVIDER_001` when the service refuses the words or the voice, or the quota is used up; else as
 * `requireOk` says.
 */
export function requireAccepted(response: HttpResponse): HttpResponse {
  const { status } = response;
  const code = status >= 400 && status < 500 ? codeOf(response) : '';
  if (status === 429 && code === quotaCode) throw refusal(quotaReason, code);
  if (/^VS\d\d$/.test(code)) throw refusal(reasons[code] ?? { ko: '거절', en: 'refused' }, code);
  return requireOk(response, provider);
}

function refusal({ ko, en }: Bilingual, code: string): ProviderError {
  const issues = [{ path: [], message: { ko, en } }];
  return new ProviderError('PROVIDER_001', { provider, reason: `${ko} / ${en} (${code})` }, { issues });
}

function codeOf(response: HttpResponse): string {
  try {
    return readJson({ ...response, headers: {} }, failureSchema, provider); // it may still call itself audio
  } catch {
    return ''; // a front server in between answers with HTML: then the status is all there is
  }
}
