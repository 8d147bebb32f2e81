import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KtEvent, TaxRow } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';

const id = 'cmp-abcdefghijkl';
const personal = '\uFEFF"정재훈","\'01012345678"\r\n';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'kt-event-winners-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const contentOf = (name: string) => readFile(join(cwd, name), 'utf8');
const modeOf = async (name: string) => (await stat(join(cwd, name))).mode & 0o777;

function openContext(over: Partial<KtEvent> = {}) {
  const exportWinners = vi.fn<KtEvent['exportWinners']>(async () => personal);
  const context = createFakeContext(aClient({ exportWinners, ...over }), { cwd });
  return { context, exportWinners };
}

describe('winners export', () => {
  it('writes the table for its owner only, says so, and shows none of it', async () => {
    const { context, exportWinners } = openContext();

    await context.run('winners', 'export', id, '--out', 'winners.csv');

    expect(await contentOf('winners.csv')).toBe(personal);
    expect(await modeOf('winners.csv')).toBe(0o600);
    expect(exportWinners).toHaveBeenCalledExactlyOnceWith(id, { by: 'owner', tax: false });
    expect(context.results[0]).toContain('다 쓰면 바로 지우세요');
    expect(context.values).toEqual([{ path: join(cwd, 'winners.csv'), personalData: true }]);
    expect(JSON.stringify([context.results, context.values, context.notes])).not.toMatch(/정재훈|5678/);
  });

  it('leaves a file that is there alone, and takes nothing out for it', async () => {
    await writeFile(join(cwd, 'winners.csv'), 'mine');
    const { context, exportWinners } = openContext();

    await expect(context.run('winners', 'export', id, '--out', 'winners.csv')).rejects.toMatchObject({
      code: 'USER_033',
    });

    expect([await contentOf('winners.csv'), exportWinners.mock.calls.length]).toEqual(['mine', 0]);
  });

  it('replaces it with --force, and nobody else reads it any more', async () => {
    await writeFile(join(cwd, 'winners.csv'), 'mine');
    await chmod(join(cwd, 'winners.csv'), 0o644);
    const { context } = openContext();

    await context.run('winners', 'export', id, '--out', 'winners.csv', '--force');

    expect([await contentOf('winners.csv'), await modeOf('winners.csv')]).toEqual([personal, 0o600]);
    expect(await readdir(cwd)).toEqual(['winners.csv']);
  });

  it('replaces nothing but a file, and writes through no link', async () => {
    await writeFile(join(cwd, 'public.csv'), 'mine');
    await mkdir(join(cwd, 'folder'));
    await symlink(join(cwd, 'public.csv'), join(cwd, 'link.csv'));
    const { context, exportWinners } = openContext();
    const words = ['winners', 'export', id, '--force', '--out'] as const;

    await expect(context.run(...words, 'link.csv')).rejects.toMatchObject({ code: 'STORE_005' });
    await expect(context.run(...words, 'folder')).rejects.toMatchObject({ code: 'STORE_005' });
    await expect(context.run(...words, '-')).rejects.toMatchObject({ code: 'commander.invalidArgument' });

    expect([await contentOf('public.csv'), exportWinners.mock.calls.length]).toEqual(['mine', 0]);
  });

  it.each([[[]], [['--force']]])('leaves nothing behind when it fails %j', async (flags) => {
    const failing = openContext({ exportWinners: async () => Promise.reject(new Error('no key')) });

    await expect(
      failing.context.run('winners', 'export', id, '--out', 'winners.csv', ...flags),
    ).rejects.toThrow('no key');

    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('winners tax', () => {
  const row: TaxRow = {
    no: 2,
    masked: '정*훈 · 5678',
    prize: '무선 이어폰',
    state: 'handed_over',
    valueKrw: 90_000,
    taxKrw: 19_800,
    bearer: 'winner',
    grossKrw: 115_385,
    papers: false,
    payBy: '2027-01-10',
    statementBy: '2027-02-28',
  };

  it('shows what is due when, masked, and opens no papers without a file', async () => {
    const { context, exportWinners } = openContext({ taxSheet: async () => [row] });

    await context.run('winners', 'tax', id);

    expect(context.results[0]).toMatch(
      /19,800원 \(당첨자 부담\)[\s\S]*아직 없음[\s\S]*2027-01-10[\s\S]*2027-02-28/,
    );
    expect(exportWinners).not.toHaveBeenCalled();
  });

  it('writes the numbers into a file of its owner’s and says that they are in it', async () => {
    const { context, exportWinners } = openContext({ taxSheet: async () => [row] });

    await context.run('winners', 'tax', id, '--out', 'tax.csv');

    expect(exportWinners).toHaveBeenCalledExactlyOnceWith(id, { by: 'owner', tax: true });
    expect(await modeOf('tax.csv')).toBe(0o600);
    expect(context.results[0]).toContain('주민등록번호가 들어 있습니다');
    expect(JSON.stringify(context.values)).not.toContain('정재훈');
  });
});
