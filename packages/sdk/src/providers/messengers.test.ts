import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillTemplate, variablesOf } from '../notify/notice-template.js';
import { messengers } from '../testing/messengers.js';
import { openStandIn, type StandIn } from '../testing/open-stand-in.js';
import type { Message, Messenger } from './messenger.js';

/** What every carrier of notices promises, each at its stand-in. */

const words = {
  매장: '온기커피',
  이름: '가온누리',
  이벤트: '겨울 행사',
  경품: '라떼',
  수령확인: 'https://e.example/w/token',
  기한: '12월 20일',
  결과확인: 'https://e.example/draws/a',
  문의: '02-1234-5678',
};
const text = (key: string, phone: string, said = '인증번호는 123456입니다'): Message => ({
  key,
  phone,
  text: said,
});
const notice = (key: string, phone: string): Message => ({
  key,
  phone,
  text: fillTemplate('winner', words),
  template: { name: 'winner', variables: variablesOf('winner', words) },
});

let standIn: StandIn;
beforeEach(async () => {
  standIn = await openStandIn();
});
afterEach(() => standIn.close());

const later = (ms: number) =>
  fetch(`${standIn.sandbox.url}/__sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: ms }),
  });

describe.each(messengers)('$name', ({ name, alimTalkPath, textPath, create }) => {
  const posts = (method = 'POST') =>
    standIn.sandbox.requests(name).filter((request) => request.method === method);
  const lose = (path: string) =>
    standIn.sandbox.addFault({
      provider: name,
      match: { path, method: 'POST' },
      fault: { kind: 'accept_then_drop' },
    });

  it('tells for each message whether it was taken, in their order and as what', async () => {
    const batch = [
      text('a', '+821055550001'),
      notice('b', '+821055550002'),
      notice('c', '+821000001062'),
      text('d', '+821000001062'),
    ];
    const deliveries = await create(standIn).send(batch, 'r1');

    expect(deliveries.map(({ key, accepted, kind }) => `${key} ${accepted} ${kind}`)).toEqual([
      'a true sms',
      'b true alimtalk',
      'c false alimtalk',
      'd false sms',
    ]);
    for (const { accepted, reason } of deliveries) expect(reason !== undefined).toBe(!accepted);
  });

  it('says what became of each, also where a text message followed KakaoTalk', async () => {
    const messenger = create(standIn);
    const batch = [notice('a', '+821055550001'), notice('b', '+821000003104'), text('c', '+821055550003')];
    await messenger.send(batch, 'r1');
    const early = await messenger.results?.('r1');
    await later(60_000);

    expect(early?.get('a')?.state).toBe('pending');
    expect(Object.fromEntries((await messenger.results?.('r1')) ?? [])).toEqual({
      a: { state: 'delivered', kind: 'alimtalk' },
      b: { state: 'delivered', kind: 'lms' },
      c: { state: 'delivered', kind: 'sms' },
    });
  });

  it.each([
    ['AlimTalk', alimTalkPath, [notice('a', '+821055550001'), notice('b', '+821000003104')]],
    ['a text message', textPath, [text('a', '+821055550001')]],
  ])('finds %s whose answer was lost, and nothing under another reference', async (_, path, batch) => {
    const messenger = create(standIn);
    lose(path);

    await expect(messenger.send(batch, 'r1')).rejects.toMatchObject({ code: 'PROVIDER_006' });
    const sent = posts().length;

    expect(await messenger.find?.(batch, 'r1')).toMatchObject(
      batch.map(({ key }) => ({ key, accepted: true })),
    );
    expect(await messenger.find?.(batch, 'r2')).toBeUndefined();
    expect(posts()).toHaveLength(sent);
    expect(standIn.sandbox.publications()).toHaveLength(1);
  });

  it('finds nothing where nothing arrived', async () => {
    const messenger = create(standIn, { baseUrl: standIn.deadUrl });
    await expect(messenger.send([text('a', '+821055550001')], 'r1')).rejects.toMatchObject({
      code: 'PROVIDER_005',
    });

    expect(await create(standIn).find?.([text('a', '+821055550001')], 'r1')).toBeUndefined();
  });

  it('takes a long text for LMS, and says what a phone cannot hold', async () => {
    const messenger = create(standIn);
    const long = text('a', '+821055550001', `${'가'.repeat(45)}나🎉`);

    expect(messenger.kindOf(long)).toBe('lms');
    expect(messenger.priceKrw([long])).toBe(messenger.price('lms').value);
    expect(await messenger.send([long], 'r1')).toMatchObject([
      { accepted: true, kind: 'lms', dropped: ['🎉'] },
    ]);
    expect(() => messenger.priceKrw([text('b', '+821055550001', '가'.repeat(1_001))])).toThrow(
      expect.objectContaining({ code: 'USER_032' }),
    );
  });

  it('reads the templates that it keeps as approved, to the character as ours', async () => {
    const approved = await create(standIn).approved?.();

    expect(approved?.get('winner')).toMatchObject({ approved: true });
    expect(approved?.get('winner')?.text).toContain('#{수령확인}');
  });

  it('keeps people out of its errors and addresses', async () => {
    const body = {
      header: { isSuccessful: false, resultCode: -7000, resultMessage: '가온누리 01055550001' },
    };
    const fault = { kind: 'status', code: 400, body } as const;
    standIn.sandbox.addFault({ provider: name, fault, times: 9 });
    const failure = await create(standIn)
      .send([notice('a', '+821055550001')], 'r')
      .catch((error: Error) => error);

    expect(JSON.stringify(failure)).not.toMatch(/55550001|가온누리/);
    const addresses = standIn.sandbox.requests(name).map(({ path }) => path);
    expect(addresses.join(' ')).not.toMatch(/55550001/);
  });
});

describe('NHN Cloud', () => {
  const [, nhn] = messengers;
  const messenger = (): Messenger => {
    if (!nhn) throw new Error('not in the list');
    return nhn.create(standIn);
  };
  const bodies = () => standIn.sandbox.requests('nhn').filter(({ method }) => method === 'POST');
  const many = ['a', 'b', 'c'].map((key, index) => text(key, `+82105555000${index}`, `${key}님 안내`));

  it('goes on where it broke off: what arrived is never sent again', async () => {
    const match = { path: '/sms/v3.0' };
    standIn.sandbox.addFault({
      provider: 'nhn',
      match: { ...match, method: 'POST' },
      fault: { kind: 'accept_then_drop' },
    });
    await expect(messenger().send(many, 'r1')).rejects.toMatchObject({ code: 'PROVIDER_006' });
    expect(await messenger().find?.(many, 'r1')).toBeUndefined(); // the first is there, the others are not

    const deliveries = await messenger().send(many, 'r1');

    expect(deliveries.map(({ key, accepted }) => `${key} ${accepted}`)).toEqual([
      'a true',
      'b true',
      'c true',
    ]);
    expect(bodies()).toHaveLength(3);
    expect(standIn.sandbox.publications()).toHaveLength(3);
  });

  it('would be caught sending again what arrived', async () => {
    const blind = messenger();
    await blind.send(many, 'r1');
    await blind.send(many, 'r2'); // as one that did not look would

    expect(standIn.sandbox.publications()).toHaveLength(6);
  });

  it('sends nothing by the paths of advertising, and every AlimTalk with the same words as a text behind it', async () => {
    await messenger().send([notice('a', '+821055550001'), ...many.slice(1)], 'r1');

    expect(bodies().map(({ path }) => path.split('/').at(-1))).toEqual(['messages', 'sms', 'sms']);
    expect(JSON.parse(bodies()[0]?.body ?? '{}')).toMatchObject({
      templateCode: 'KTEVENT_WINNER',
      senderGroupingKey: 'r1',
      recipientList: [
        {
          recipientGroupingKey: 'a',
          resendParameter: {
            isResend: true,
            resendType: 'LMS',
            resendContent: expect.stringContaining('당첨 안내'),
          },
        },
      ],
    });
  });

  it.each([
    [-1000, 'AUTH_002'],
    [-1005, 'PROVIDER_006'],
    [-9999, 'PROVIDER_006'],
  ])('takes %i in an answer of status 200 for what it is', async (resultCode, code) => {
    const body = { header: { isSuccessful: false, resultCode, resultMessage: '' } };
    const match = { path: '/alimtalk', method: 'POST' } as const;
    standIn.sandbox.addFault({ provider: 'nhn', match, fault: { kind: 'status', code: 200, body } });

    await expect(messenger().send([notice('a', '+821055550001')], 'r')).rejects.toMatchObject({ code });
  });

  it('tells a refusal of the whole as one of each, so that a text message may follow', async () => {
    const blocked = nhn?.create(standIn, { channel: 'x'.repeat(40) });

    expect(await blocked?.send([notice('a', '+821055550001')], 'r')).toEqual([
      { key: 'a', accepted: false, kind: 'alimtalk', reason: '-2017' },
    ]);
  });
});
