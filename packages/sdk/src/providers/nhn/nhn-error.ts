import { AuthError, ProviderError } from '../../errors/index.js';
import { dealerRefusal } from '../kakao-dealer.js';
import { reasonOf } from './result-codes.js';

const provider = 'nhn';

/** App key or secret unknown, or the app key is not in use any more. Source: NHN Cloud's error codes, read 2026-11-20. */
const credentialCodes = [-1000, -1001, -4004, -4005];
/** NHN or Kakao failed inside: it may have been done. */
const unclearCodes = [-7000, -9999];
/** This key was used within ten minutes, so an earlier copy of this very request arrived. What became of it, the list tells. */
const repeatedKeyCode = -1005;
/** Everybody was refused, which is told for each: the answer is read on. */
export const nobodyCode = -1031;

interface NhnHeader {
  readonly isSuccessful: boolean;
  readonly resultCode: number;
}

/**
 * What the answer to a request to send says of it as a whole: nothing, or the code of a refusal, which is told for each.
 *
 * @throws ProviderError `PROVIDER_006` when it may have been done; AuthError `AUTH_002`
 */
export function judgeHeader({ isSuccessful, resultCode }: NhnHeader): string | undefined {
  if (isSuccessful) return undefined;
  if (resultCode === repeatedKeyCode || unclearCodes.includes(resultCode))
    throw new ProviderError('PROVIDER_006', { provider, reason: `${resultCode}` });
  if (credentialCodes.includes(resultCode)) throw new AuthError('AUTH_002', { provider, status: resultCode });
  return `${resultCode}`;
}

/** Lets a successful answer pass; throws what NHN's own code says, since the status says nothing. */
export function requireSuccess(header: NhnHeader): void {
  const code = judgeHeader(header);
  if (code === undefined || header.resultCode === nobodyCode) return;
  const { ko, en } = reasonOf(code);
  throw dealerRefusal(provider, [{ ko: `${ko} (${code})`, en: `${en} (${code})` }]);
}
