import { expect, it } from 'vitest';
import { clientRef, fingerprint } from './client-ref.js';

it('is the same at every attempt and different for every effect', () => {
  expect(clientRef('run', 'publish')).toBe(clientRef('run', 'publish'));
  expect(
    new Set([clientRef('run', 'a'), clientRef('run', 'b'), clientRef('runa', ''), clientRef('run', 'a', 2)])
      .size,
  ).toBe(4);
  expect(clientRef('run', 'a')).toMatch(/^[a-z2-7]{26}$/);
});

it('takes the order of keys for nothing and every value for something', () => {
  expect(fingerprint({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(fingerprint({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
  expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: '1' }));
});
