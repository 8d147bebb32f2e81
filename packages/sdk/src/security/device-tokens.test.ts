import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createDeviceTokens } from './device-tokens.js';

const tokens = createDeviceTokens(Buffer.alloc(32, 1), randomBytes);
const others = createDeviceTokens(Buffer.alloc(32, 2), randomBytes);

it('names a device by chance, and knows its own names again', () => {
  const [one, two] = [tokens.issue(), tokens.issue()];

  expect(tokens.read(one)).toMatch(/^[\w-]{22}$/);
  expect(tokens.read(one)).not.toBe(tokens.read(two));
});

it('knows nothing that somebody made up, cut, or had from elsewhere', () => {
  const token = tokens.issue();
  const [name = '', signature = ''] = token.split('.');
  const forged = [
    undefined,
    '',
    name,
    `${name}.`,
    `${name}.${signature}.`,
    `${name}.${signature}A`,
    `${name}.${signature.slice(1)}`,
    `${'A'.repeat(22)}.${signature}`,
    others.issue(),
  ];

  expect(forged.map((each) => tokens.read(each))).toEqual(forged.map(() => undefined));
});
