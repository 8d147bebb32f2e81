import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox.js';
import { advance, openTestSandbox, postJson, type ReadonlyJson } from '../../testing/open-test-sandbox.js';
import { authorization, read, send, sms } from '../../testing/solapi-client.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await openTestSandbox();
});
afterEach(() => sandbox.close());

const rows = (list: ReadonlyJson | undefined): readonly ReadonlyJson[] => Object.values(list ?? {});
const codes = (list: ReadonlyJson | undefined) => rows(list).map(({ statusCode }) => statusCode);

const kakao = (overrides: object = {}) => ({
  pfId: sandbox.credentials.solapi.SOLAPI_PFID,
  templateId: sandbox.credentials.solapi.SOLAPI_TEMPLATE_ENTRY,
  variables: { '#{매장}': '칼국수', '#{이벤트}': '비 오는 날', '#{접수번호}': '1' },
  ...overrides,
});
const alimTalk = (to: string, overrides: object = {}) => ({
  to,
  from: '0212345678',
  type: 'ATA',
  kakaoOptions: kakao(overrides),
});
const brandMessage = (to: string, bms: object = {}) => ({
  to,
  type: 'BMS_FREE',
  text: '(광고) 비 오는 날 할인',
  kakaoOptions: kakao({ bms: { targeting: 'I', chatBubbleType: 'TEXT', adult: false, ...bms } }),
});

describe('solapi with Kakao', () => {
  const settle = async (messages: readonly object[], date = '2026-11-20T10:00:00Z') => {
    const { json } = await send(sandbox, { messages }, date);
    await advance(sandbox, 60_000);
    const later = new Date(Date.parse(date) + 60_000).toISOString();
    const groupId = json['groupInfo']?.['groupId'];
    const list = await read(sandbox, `/messages/v4/list?groupId=${groupId}`, later);
    const group = await read(sandbox, `/messages/v4/groups/${groupId}`, later);
    return {
      codes: codes(list.json['messageList']),
      count: group.json['count'],
      status: group.json['status'],
    };
  };

  it('sends an SMS to whoever has no KakaoTalk, unless that is switched off', async () => {
    const settled = await settle([alimTalk('01000003104'), alimTalk('01000003107', { disableSms: true })]);

    expect(settled.codes).toEqual(['4000', '3107']);
    expect(settled).toMatchObject({
      status: 'COMPLETE',
      count: { sentSuccess: 1, sentFailed: 1, sentReplacement: 1 },
    });
  });

  it('fails a template nobody approved and variables that are missing', async () => {
    const strict = { disableSms: true };
    const settled = await settle([
      alimTalk('01012345671', { ...strict, templateId: 'KA01TP_UNKNOWN' }),
      alimTalk('01012345672', { ...strict, variables: {} }),
      alimTalk('01012345673', strict),
    ]);

    expect(settled.codes).toEqual(['3105', '3103', '4000']);
  });

  it('fails a text that is not the template to the character, and a variable that it does not know', async () => {
    const strict = { disableSms: true };
    const filled = '칼국수 "비 오는 날" 응모가 접수되었습니다. 접수번호: 1';
    const variables = { ...kakao().variables, '#{할인}': '50%' };
    const settled = await settle([
      { ...alimTalk('01012345671', strict), text: filled },
      { ...alimTalk('01012345672', strict), text: `${filled} ` },
      alimTalk('01012345673', { ...strict, variables }),
    ]);

    expect(settled.codes).toEqual(['4000', '3103', '3103']);
  });

  it('takes the price of what arrived: the text message alone where Kakao could not deliver', async () => {
    await settle([alimTalk('01012345678'), alimTalk('01000003104')]);

    expect((await read(sandbox, '/cash/v1/balance')).json['balance']).toBe(300_000 - 13 - 45);
  });

  it.each([
    ['2026-11-20T11:49:00Z', '4000'],
    ['2026-11-20T11:50:00Z', '3108'],
    ['2026-11-20T22:59:00Z', '3108'],
    ['2026-11-20T23:00:00Z', '4000'],
  ])('delivers a brand message sent at %s with %s: no advertising from 20:50 to 08:00', async (at, code) => {
    await postJson(`${sandbox.url}/__sandbox/clock`, { now: at });

    expect((await settle([brandMessage('01012345678')], at)).codes).toEqual([code]);
  });

  it('refuses targets a small shop cannot have, an unknown bubble and a foreign channel', async () => {
    const refused = [
      brandMessage('01012345678', { targeting: 'N' }),
      brandMessage('01012345678', { chatBubbleType: 'SQUARE' }),
      alimTalk('01012345678', { pfId: 'KA01PF_OTHER' }),
    ];

    for (const message of refused) {
      expect((await send(sandbox, { messages: [message] })).status).toBe(400);
    }
    expect(sandbox.publications()).toEqual([]);
  });

  it('says of each group what customers got to see', async () => {
    await send(sandbox, { messages: [brandMessage('01012345678')] });
    await send(sandbox, { messages: [{ ...sms('01012345678'), customFields: { reference: 'r-1' } }] });
    await send(sandbox, { messages: [alimTalk('01012345678')] });

    expect(sandbox.publications()).toMatchObject([
      { channel: 'BRAND_MESSAGE' },
      { channel: 'SMS', reference: 'r-1' },
      { channel: 'ALIMTALK' },
    ]);
  });

  it('shows a brand message once a friend has received it, and no other kind', async () => {
    await send(sandbox, { messages: [brandMessage('01012345678'), brandMessage('01000003102')] });
    await send(sandbox, { messages: [sms('01012345678'), alimTalk('01012345678')] });
    await send(sandbox, { messages: [brandMessage('01000003000'), brandMessage('01000003107')] });
    const seen = [];
    for (const wait of [7_999, 1]) {
      await advance(sandbox, wait);
      seen.push(sandbox.shown());
    }

    expect(seen).toEqual([
      [],
      [
        {
          provider: 'solapi',
          channel: 'BRAND_MESSAGE',
          externalId: sandbox.publications()[0]?.externalId,
          text: '(광고) 비 오는 날 할인',
          media: [],
          since: '2026-11-20T10:00:08.000Z',
        },
      ],
    ]);
  });

  it('hands a message on and never hears of it again, for one number', async () => {
    expect((await settle([brandMessage('01000003000')])).codes).toEqual(['3000']);
  });

  it('stores pictures within their limits', async () => {
    const upload = (bytes: number, type: string) =>
      postJson(
        `${sandbox.baseUrls.solapi}/storage/v1/files`,
        { file: Buffer.alloc(bytes).toString('base64'), type, name: 'a.jpg' },
        authorization(sandbox),
      );

    expect((await upload(1_000, 'KAKAO')).json).toHaveProperty('fileId');
    expect((await upload(501 * 1024, 'KAKAO')).status).toBe(400);
    expect((await upload(1_000, 'MMS')).status).toBe(400);
  });
});
