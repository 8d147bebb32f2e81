import { z } from 'zod';
import { type Bilingual, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import { dealerRefusal } from '../kakao-dealer.js';

const provider = 'solapi';
/** Its sentence is not read: of a message to somebody it may repeat the name, which nothing would find again. */
const failureSchema = z.object({ errorCode: z.string().regex(/^[A-Za-z]{1,40}$/) });

/** What a refusal of the whole request means, where Solapi's own sentence helps nobody. Read 2026-11-20. */
const reasons: Readonly<Record<string, Bilingual>> = {
  NotEnoughBalance: {
    ko: '솔라피 잔액이 부족합니다. 충전한 뒤 다시 시도하세요',
    en: 'the balance at Solapi does not suffice; top it up first',
  },
};

/** From memory of the payment status, should the code have another name [M]. */
const paymentRequired = 402;

/**
 * Lets an accepted answer pass. A signature seen before means that an earlier copy of this very request arrived: it may
 * have been acted on.
 */
export function requireAccepted(response: HttpResponse): HttpResponse {
  const code = errorCodeOf(response);
  if (code === 'DuplicatedSignature') throw new ProviderError('PROVIDER_006', { provider, reason: code });
  const reason = response.status === paymentRequired ? reasons['NotEnoughBalance'] : reasons[code ?? ''];
  if (reason) throw dealerRefusal(provider, [reason]);
  return requireOk(response, provider, ({ status }) => (code ? `HTTP ${status}, ${code}` : `HTTP ${status}`));
}

/**
 * The server's clock, when it refused ours. It looked at nothing else, so that the same request may be made again by its
 * own time.
 */
export function clockOf(response: HttpResponse): Date | undefined {
  if (errorCodeOf(response) !== 'RequestTimeTooSkewed') return undefined;
  const at = new Date(response.headers['date'] ?? '');
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function errorCodeOf(response: HttpResponse): string | undefined {
  if (response.status < 400) return undefined;
  try {
    return readJson(response, failureSchema, provider).errorCode;
  } catch {
    return undefined; // a front server in between answers with HTML: then the status is all there is
  }
}
