import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { advance, call, openTestSandbox, type ReadonlyJson } from '../../testing/open-test-sandbox.js';
import { authorization, read, send, sms } from '../../testing/solapi-client.js';
import { createKoreanByteCounter } from './korean-bytes.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const rows = (list: ReadonlyJson | undefined): readonly ReadonlyJson[] => Object.values(list ?? {});
const codes = (list: ReadonlyJson | undefined) => rows(list).map(({ statusCode }) => statusCode);

describe('solapi sending', () => {
  it('accepts, hands on and delivers as the clock moves, and shows the fields of the caller', async () => {
    const { json } = await send(sandbox, { messages: [sms('01012345678', '안녕', { rowKey: 'c-1' })] });
    const groupId = json['groupInfo']?.['groupId'];
    const seen = [];
    for (const [wait, date] of [
      [0, '2026-11-20T10:00:00Z'],
      [2_000, '2026-11-20T10:00:02Z'],
      [6_000, '2026-11-20T10:00:08Z'],
    ] as const) {
      await advance(sandbox, wait);
      const list = await read(sandbox, `/messages/v4/list?groupId=${groupId}`, date);
      seen.push(...rows(list.json['messageList']));
    }

    expect(seen.map(({ statusCode }) => statusCode)).toEqual(['2000', '3000', '4000']);
    expect(seen[2]?.['customFields']).toEqual({ rowKey: 'c-1' });
  });

  it('finds messages by id, by recipient, by criteria and by a field of the caller', async () => {
    const { json } = await send(sandbox, {
      messages: [sms('01012345678', '가', { rowKey: 'a' }), sms('01012345679', '나', { rowKey: 'b' })],
    });
    const messageId = rows(json['messageList'])[0]?.['messageId'];
    const find = async (query: string) =>
      rows((await read(sandbox, `/messages/v4/list?${query}`)).json['messageList']).map(({ to }) => to);

    expect(await find(`messageId=${messageId}`)).toEqual(['01012345678']);
    expect(await find('to=01012345679')).toEqual(['01012345679']);
    expect(await find('criteria=text,type&cond=eq,eq&value=나,SMS')).toEqual(['01012345679']);
    expect(await find('criteria=customFields.rowKey&cond=eq&value=a')).toEqual(['01012345678']);
    expect(await find('criteria=customFields.rowKey&cond=eq&value=zzz')).toEqual([]);
  });

  it('pages a list', async () => {
    const messages = ['01012345671', '01012345672', '01012345673'].map((to) => sms(to));
    await send(sandbox, { messages });

    const first = await read(sandbox, '/messages/v4/list?limit=2');
    const second = await read(sandbox, `/messages/v4/list?limit=2&startKey=${first.json['nextKey']}`);

    expect(rows(first.json['messageList'])).toHaveLength(2);
    expect(rows(second.json['messageList'])).toHaveLength(1);
    expect(second.json['nextKey']).toBeNull();
  });

  it('refuses single rows and sends the others', async () => {
    const { json } = await send(sandbox, {
      messages: [
        sms('01012345678'),
        sms('01012345678'),
        { ...sms('01012345670'), from: '0299999999' },
        sms('01000001062'),
      ],
    });

    expect(codes(json['failedMessageList'])).toEqual(['1026', '1062', '1062']);
    expect(codes(json['messageList'])).toEqual(['2000']);
    expect(json['groupInfo']?.['count']).toMatchObject({
      total: 4,
      registeredFailed: 3,
      registeredSuccess: 1,
    });
  });

  it('publishes nothing when every row failed', async () => {
    await send(sandbox, { messages: [sms('01000001062')] });

    expect(sandbox.publications()).toEqual([]);
  });

  it.each([
    ['an SMS of 91 bytes', sms('01012345678', `${'가'.repeat(45)}a`)],
    ['an LMS of 2,001 bytes', { ...sms('01012345678', 'a'.repeat(2_001)), type: 'LMS' }],
    ['an emoji', sms('01012345678', '비 오는 날 🍜')],
    ['hyphens in a number', sms('010-1234-5678')],
    ['an unknown type', { ...sms('01012345678'), type: 'PIGEON' }],
  ])('refuses %s', async (_what, message) => {
    expect((await send(sandbox, { messages: [message] })).json['errorCode']).toBe('ValidationError');
    expect(sandbox.publications()).toEqual([]);
  });

  it('takes an SMS of exactly 90 bytes', async () => {
    expect((await send(sandbox, { messages: [sms('01012345678', '가'.repeat(45))] })).status).toBe(200);
  });

  it('counts CP949: two bytes for rare syllables too, none for what it lacks', () => {
    const count = createKoreanByteCounter();

    expect(count('abc')).toBe(3);
    expect(count('똠방각하')).toBe(8);
    expect(count('₩')).toBeUndefined();
  });

  it('runs out of money row by row, then altogether', async () => {
    const messages = Array.from({ length: 6_667 }, (_, index) => ({
      ...sms(`010${String(20_000_000 + index)}`),
      type: 'LMS',
    }));
    const { json } = await send(sandbox, { messages, showMessageList: false });
    const rest = await send(sandbox, { messages: [{ ...sms('01012345678'), type: 'LMS' }] });

    expect(codes(json['failedMessageList'])).toEqual(['1030']);
    expect(rest).toMatchObject({ status: 402, json: { errorCode: 'NotEnoughBalance' } });
    expect((await read(sandbox, '/cash/v1/balance')).json['balance']).toBe(30);
  });

  it('cancels a booking and gives the money back', async () => {
    const booked = { messages: [sms('01012345678')], scheduledDate: '2026-11-21T01:00:00Z' };
    const { json } = await send(sandbox, booked);
    const groupId = json['groupInfo']?.['groupId'];
    const cancel = () =>
      call(`${sandbox.baseUrls.solapi}/messages/v4/groups/${groupId}/schedule`, {
        method: 'DELETE',
        headers: authorization(sandbox),
      });

    expect((await read(sandbox, `/messages/v4/groups/${groupId}`)).json['status']).toBe('SCHEDULED');
    expect((await cancel()).json['status']).toBe('CANCELLED');
    expect((await cancel()).status).toBe(400);
    expect((await read(sandbox, '/cash/v1/balance')).json['balance']).toBe(300_000);
  });
});
