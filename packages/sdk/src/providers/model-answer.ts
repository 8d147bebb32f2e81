import type { z } from 'zod';
import { ProviderError } from '../errors/index.js';
import { parseAnswer } from '../schema/parse.js';

/** The model has answered, and the answer is of no use: asking the same again would not help. */
function unusable(provider: string, ko: string, en: string): ProviderError {
  const issues = [{ path: [], message: { ko, en } }];
  return new ProviderError('PROVIDER_001', { provider, reason: `${ko} / ${en}` }, { issues });
}

export const cutShort = (provider: string) =>
  unusable(provider, '답이 너무 길어 중간에 끊겼습니다', 'the answer was too long and was cut');

export const declined = (provider: string) =>
  unusable(provider, '모델이 답하지 않겠다고 했습니다', 'the model declined to answer');

export const moneyUsedUp = (provider: string) =>
  unusable(
    provider,
    '이 계정의 사용 한도나 잔액을 다 썼습니다. 콘솔에서 확인하세요',
    'the account has no money or allowance left; look at its console',
  );

export const modelGone = (provider: string) =>
  unusable(
    provider,
    '이 모델은 없거나 종료되었습니다. 다른 모델을 고르세요',
    'this model does not exist or was switched off; choose another one',
  );

/**
 * Reads the text of an answer as the form that was asked for.
 *
 * @throws ProviderError `PROVIDER_004` for an empty text, one that is no JSON, or JSON of another form
 */
export function readModelText<S extends z.ZodType>(text: string, schema: S, provider: string): z.output<S> {
  if (text.trim() === '') throw new ProviderError('PROVIDER_004', { provider, reason: 'empty answer' });
  return parseAnswer(schema, toJson(text, provider), provider);
}

function toJson(text: string, provider: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderError('PROVIDER_004', { provider, reason: 'the answer is not JSON' });
  }
}
