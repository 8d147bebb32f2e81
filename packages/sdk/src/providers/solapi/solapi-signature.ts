import { createHmac } from 'node:crypto';

export interface SolapiKey {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The `Authorization` header of one attempt. Solapi takes a signature once, so each attempt needs its own salt. */
export function signSolapi({ apiKey, apiSecret }: SolapiKey, date: Date, salt: string): string {
  const iso = date.toISOString();
  const signature = createHmac('sha256', apiSecret).update(`${iso}${salt}`).digest('hex');
  return `HMAC-SHA256 apiKey=${apiKey}, date=${iso}, salt=${salt}, signature=${signature}`;
}
