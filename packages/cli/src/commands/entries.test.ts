import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrawPreview, KtEvent } from '@kt-event/sdk';
import { drawCase } from '@kt-event/sdk/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';

const id = 'cmp-abcdefghijkl';
const root = 'ab'.repeat(32);

const preview: DrawPreview = {
  closesAt: '2026-12-14T15:00:00.000Z',
  entries: 3,
  totalWeight: 5,
  root,
  maxWeight: 3,
  prizes: [{ id: 'latte', name: '라떼', quantity: 2 }],
  reserves: 1,
  rulesSha256: root,
  excluded: { staff: 1 },
  entryLog: { size: 4, root },
  beacon: { type: 'drand', mode: 'sandbox', round: 42, at: '2026-12-15T03:00:00.000Z' },
};

describe('draw --dry-run', () => {
  it('says what would be committed to, and advances nothing', async () => {
    const client = aClient({ previewDraw: async () => preview });
    const context = createFakeContext(client);

    await context.run('draw', id, '--dry-run');

    expect(client.advance).not.toHaveBeenCalled();
    expect(context.values).toEqual([preview]);
    for (const text of [
      '3명, 응모권 5장',
      root,
      '라떼 × 2',
      '직원 1',
      '42번째 난수',
      '우연을 증명하지 않습니다',
    ])
      expect(context.results[0]).toContain(text);
  });
});

describe('entries', () => {
  it('leaves an entry out with its reason, and takes no other reason', async () => {
    const excludeEntry = vi.fn<KtEvent['excludeEntry']>();
    const context = createFakeContext(aClient({ excludeEntry }));

    await context.run('entries', 'exclude', id, 'e1', '--reason', 'staff');
    const other = context.run('entries', 'exclude', id, 'e1', '--reason', 'dislike');

    await expect(other).rejects.toThrow();
    await expect(context.run('entries', 'exclude', id, 'e1')).rejects.toThrow();
    expect(excludeEntry.mock.calls).toEqual([[id, 'e1', 'staff']]);
  });

  it('shows that nothing is signed yet', async () => {
    const context = createFakeContext(aClient({ logHeads: async () => undefined }));

    await context.run('entries', 'log', id);

    expect(context.results[0]).toContain('아직 서명한 기록이 없습니다');
  });
});

describe('certificate', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt-event-certificate-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is written where it was asked for, and nowhere else', async () => {
    const drawCertificate = vi.fn<KtEvent['drawCertificate']>(async () => new TextEncoder().encode('%PDF'));
    const context = createFakeContext(aClient({ drawCertificate }));
    const path = join(folder, 'draw.pdf');

    await context.run('certificate', id, '--out', path);

    expect(await readFile(path, 'utf8')).toBe('%PDF');
    expect(context.values).toEqual([{ campaignId: id, path }]);
    await expect(context.run('certificate', id)).rejects.toThrow();
    const nowhere = context.run('certificate', id, '--out', join(folder, 'none', 'draw.pdf'));
    await expect(nowhere).rejects.toMatchObject({ code: 'STORE_005' });
  });
});

describe('verify', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt-event-verify-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function fileOf(name: string, value: unknown): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(value));
    return path;
  }

  /** Nothing of a client is there: a look at a store or a network would throw. */
  const alone = () => createFakeContext({});

  it('needs nothing but the transcript, and tells of a log that is not of this draw', async () => {
    const { transcript } = await drawCase();
    const [file, log] = [
      await fileOf('t.json', transcript),
      await fileOf('h.json', { heads: [], proofs: [] }),
    ];
    const [without, withLog] = [alone(), alone()];

    await without.run('verify', file);
    await withLog.run('verify', file, '--heads', log);

    expect([without.exitCodes, withLog.exitCodes]).toEqual([[], [2]]);
    expect(withLog.results[0]).toContain('이 추첨의 것이 아니거나');
  });

  it('checks a selection by RFC 3797, and says what such a one is worth', async () => {
    const selection = {
      method: 'rfc3797',
      pool: 25,
      sources: [[9319], [2, 5, 12, 8, 10], [9, 18, 26, 34, 41, 45]],
    };
    const [right, wrong] = [alone(), alone()];

    await right.run(
      'verify',
      await fileOf('r.json', { ...selection, selected: [17, 7, 2] }),
      '--method',
      'rfc3797',
    );
    await wrong.run(
      'verify',
      await fileOf('w.json', { ...selection, selected: [17, 2, 7] }),
      '--method',
      'rfc3797',
    );

    expect([right.exitCodes, wrong.exitCodes]).toEqual([[], [2]]);
    expect(right.results[0]).toContain('17 → 7 → 2');
    expect(right.results[0]).toContain('MD5');
  });
});
