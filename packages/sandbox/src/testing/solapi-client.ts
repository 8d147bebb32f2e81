import { randomBytes } from 'node:crypto';
import { sign } from '../providers/solapi/signature.js';
import type { Sandbox } from '../sandbox.js';
import { type Answered, call, postJson, testInstant } from './open-test-sandbox.js';

/** A fresh Solapi `Authorization` header. */
export function authorization({ credentials }: Sandbox, date = testInstant): Record<string, string> {
  const salt = randomBytes(16).toString('hex');
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET } = credentials.solapi;
  const signature = sign(SOLAPI_API_SECRET, date, salt);
  return {
    authorization: `HMAC-SHA256 apiKey=${SOLAPI_API_KEY}, date=${date}, salt=${salt}, signature=${signature}`,
  };
}

export function send(sandbox: Sandbox, body: object, date?: string): Promise<Answered> {
  const url = `${sandbox.baseUrls.solapi}/messages/v4/send-many/detail`;
  return postJson(url, { showMessageList: true, ...body }, authorization(sandbox, date));
}

export function read(sandbox: Sandbox, path: string, date?: string): Promise<Answered> {
  return call(`${sandbox.baseUrls.solapi}${path}`, { headers: authorization(sandbox, date) });
}

export function sms(to: string, text = '비 오는 날 칼국수 1,000원 할인', customFields = {}): object {
  return { to, from: '0212345678', type: 'SMS', text, customFields };
}
