import { expect, it } from 'vitest';
import { parseSolapiHint } from './solapi-hint.js';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const report = { groupId: 'G4V20261201AAAA', messageId: 'M4V20261201AAAA', statusCode: '4000' };

it('tells which messages to read again, each once, and believes nothing else', () => {
  expect(parseSolapiHint(bytes([report, report, { messageId: 'M4V20261201BBBB' }]))).toEqual({
    batchIds: ['G4V20261201AAAA'],
    messageIds: ['M4V20261201AAAA', 'M4V20261201BBBB'],
  });
});

it('reads a single report', () => {
  expect(parseSolapiHint(bytes(report)).batchIds).toEqual(['G4V20261201AAAA']);
});

it.each([
  ['no JSON', new Uint8Array([0xff])],
  ['a number', bytes(7)],
  ['an id that would lead elsewhere', bytes({ groupId: '../../cash/v1/balance' })],
  ['an id of another type', bytes({ groupId: { $ne: '' } })],
])('takes no hint from %s', (_what, body) => {
  expect(parseSolapiHint(body)).toEqual({ batchIds: [], messageIds: [] });
});

it('reads no more than a thousand reports', () => {
  const many = Array.from({ length: 1_500 }, (_, index) => ({ groupId: `G4V${10_000 + index}` }));

  expect(parseSolapiHint(bytes(many)).batchIds).toHaveLength(1_000);
});
