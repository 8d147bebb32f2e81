import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsentStatus, PersonalRecord, WithdrawnConsent } from '@kt-event/sdk';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';

const folder = mkdtempSync(join(tmpdir(), 'kt-event-privacy-'));
const phoneFile = join(folder, 'phone.txt');
writeFileSync(phoneFile, '010-1234-5678\n');
afterAll(() => rmSync(folder, { recursive: true }));

const record: PersonalRecord = {
  campaign: { id: 'cmp-abcdefghijkl', name: '첫 방문 QR 이벤트', store: '카페 온도' },
  name: '정재훈',
  phone: '+821012345678',
  entry: {
    id: 'a'.repeat(32),
    seq: 7,
    weight: 3,
    visited: true,
    marketingConsent: false,
    receivedAt: '2026-12-05T12:00:00+09:00',
    keyVersion: 1,
  },
  notices: [],
  awards: [],
  deleteAt: '2027-01-14T00:00:00+09:00',
};

describe('privacy', () => {
  it('shows a person what is kept, by a number that is not on the command line', async () => {
    const exportPerson = vi.fn(async () => [record]);
    const context = createFakeContext(aClient({ exportPerson }));
    await context.run('privacy', 'export', '--phone-file', phoneFile);

    expect(exportPerson).toHaveBeenCalledWith('010-1234-5678');
    expect(context.results[0]).toContain('정재훈');
    expect(context.results[0]).toContain('3장');
  });

  it('says what could not be erased yet, and leaves with 6', async () => {
    const told = { campaignId: record.campaign.id, campaignName: record.campaign.name };
    const forgetPerson = async () => [{ ...told, result: 'prize_in_hand' as const }];
    const context = createFakeContext(aClient({ forgetPerson }));
    await context.run('privacy', 'forget', '--phone-file', phoneFile, '--yes');

    expect(context.results[0]?.replace(/\n\s+/g, ' ')).toContain('경품을 받거나 사양한 뒤에');
    expect(context.exitCodes).toEqual([6]);
  });
});

describe('a consent that is taken back', () => {
  const taken: WithdrawnConsent = {
    campaignId: record.campaign.id,
    campaignName: record.campaign.name,
    store: '카페 온도',
    consentedAt: '2026-12-01T12:00:00+09:00',
    withdrawnAt: '2026-12-05T12:00:00+09:00',
    repeated: false,
  };

  it('is named by a number that is not on the command line, for one store or for all', async () => {
    const withdrawConsents = vi.fn(async () => [taken]);
    const context = createFakeContext(aClient({ withdrawConsents }));
    await context.run('privacy', 'withdraw', '--phone-file', phoneFile);
    await context.run('privacy', 'withdraw', '--phone-file', phoneFile, '--campaign', 'x');

    expect(withdrawConsents.mock.calls).toEqual([
      ['010-1234-5678', { campaignId: undefined }],
      ['010-1234-5678', { campaignId: 'cmp-abcdefghijkl' }],
    ]);
    expect(context.results[0]).toMatch(
      /✔ 카페 온도 · 첫 방문 QR 이벤트: 2026-12-05 \(토\) 12:00에 거두었습니다/,
    );
    expect(context.results[0]).toContain('· kt-event privacy consents cmp-abcdefghijkl --notify');
  });

  it('is said to be none where there was none, and to stand where it was taken back before', async () => {
    const context = createFakeContext(aClient({ withdrawConsents: async () => [] }));
    await context.run('privacy', 'withdraw', '--phone-file', phoneFile);
    const again = createFakeContext(
      aClient({ withdrawConsents: async () => [{ ...taken, repeated: true }] }),
    );
    await again.run('privacy', 'withdraw', '--phone-file', phoneFile);

    expect(context.results[0]).toContain('이 번호로 받은 소식 받기 동의가 없습니다');
    expect(again.results[0]).toContain('에 이미 거두었습니다');
  });
});

describe('keys', () => {
  it('names the campaigns that still need an older key', async () => {
    const campaigns = [
      { id: 'a', name: '새것', keyVersion: 1, dataKeys: 1, newestIndex: true },
      { id: 'b', name: '옛것', keyVersion: 3, dataKeys: 2, newestIndex: false },
    ];
    const context = createFakeContext(aClient({ keyStatus: async () => ({ masterKeys: 2, campaigns }) }));
    await context.run('keys', 'status');

    expect(context.results[0]).toMatch(/✔ 새것[\s\S]*! 옛것: 데이터 키 3번째, 옛 데이터 키 1개가 남아 있음/);
  });
});

describe('consents', () => {
  const status: ConsentStatus = {
    campaignId: 'cmp-abcdefghijkl',
    mode: 'sandbox',
    consents: 3,
    told: 1,
    withdrawn: 1,
    pending: 1,
    untold: [{ entryId: 'e1', masked: '· 5678', consentedOn: '2026-12-01', dueOn: '2026-12-15' }],
    untoldWithdrawn: [
      {
        entryId: 'e2',
        masked: '· 1234',
        consentedOn: '2026-12-01',
        withdrawnOn: '2026-12-03',
        dueOn: '2026-12-17',
      },
    ],
    toConfirm: [],
    nextAt: '2026-12-01T23:00:00.000Z',
  };

  it('shows who has to be told, and tells them only when asked to and not with --dry-run', async () => {
    const sent: unknown[] = [];
    const client = aClient({
      consents: async () => status,
      tellConsents: async (_id, options) => {
        sent.push(options?.notice);
        return status;
      },
    });
    const context = createFakeContext(client);
    await context.run('privacy', 'consents', 'x');
    await context.run('privacy', 'consents', 'x', '--notify', '--dry-run');
    expect(sent).toEqual([]);
    await context.run('privacy', 'consents', 'x', '--notify');
    await context.run('privacy', 'consents', 'x', '--notify', '--confirm');

    expect(sent).toEqual(['result', 'confirm']);
    const told: unknown[] = [];
    const markConsentsTold = async (_id: string, options?: { notice?: string | undefined }) => {
      told.push(options?.notice);
      return status;
    };
    const byHand = createFakeContext(aClient({ consents: async () => status, markConsentsTold }));
    await byHand.run('privacy', 'consents', 'x', '--told', '--yes');
    await byHand.run('privacy', 'consents', 'x', '--told', '--dry-run');
    expect([told, sent]).toEqual([['result'], ['result', 'confirm']]);
    expect(context.results[0]).toContain('· 5678: 2026-12-01 동의, 2026-12-15까지');
    expect(context.results[0]).toContain('· 1234: 2026-12-03 철회, 2026-12-17까지');
    expect(context.results[0]).toContain('2026-12-02 (수) 08:00에 이어집니다');
  });
});
