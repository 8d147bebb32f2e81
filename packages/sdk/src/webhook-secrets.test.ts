import { expect, it } from 'vitest';
import { reader } from './environment.js';
import { readWebhookSecrets } from './webhook-secrets.js';

const read = (environment: Record<string, string>) => readWebhookSecrets(reader(environment));
const token = 'f'.repeat(32);

it('reads whom to listen to, and is silent about the others', () => {
  expect(read({})).toEqual({});
  expect(read({ SOLAPI_WEBHOOK_TOKEN: token, KT_WEBHOOK_SECRET: 'whsec_a whsec_b' })).toEqual({
    webhooks: { solapi: token, kt: 'whsec_a whsec_b' },
  });
});

it('refuses an address that could be guessed, without repeating it', () => {
  const guessable = token.slice(1);
  const attempt = () => read({ SOLAPI_WEBHOOK_TOKEN: guessable });

  expect(attempt).toThrow(expect.objectContaining({ code: 'USER_001' }));
  expect(attempt).not.toThrow(guessable);
});
