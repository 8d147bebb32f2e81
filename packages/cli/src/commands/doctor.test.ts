import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSandbox } from '@kt-event/sandbox';
import type { Diagnosis } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../config/settings.js';

// The built command, as a stranger runs it: `npm test` builds before it tests.
const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-doctor-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Not `spawnSync`: the stand-ins of this process have to answer meanwhile. */
async function run(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bin, 'doctor', '--dir', folder, ...words], {
    env: { PATH: readSettings().environment['PATH'], ...env },
  });
  let stdout = '';
  child.stdout.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
  });
  const [status] = await once(child, 'close');
  return { status, stdout };
}

async function found(words: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout } = await run([...words, '--json'], env);
  const all: readonly Diagnosis[] = JSON.parse(stdout).found;
  return { status, stdout, of: (id: string) => all.find((one) => one.id === id) };
}

describe('doctor', () => {
  it('finds nothing wrong with a machine that has just begun, and makes nothing there', async () => {
    const { status, of } = await found(['--offline']);

    expect(status).toBe(0);
    expect(['node', 'disk', 'fonts'].map((id) => of(id)?.level)).toEqual(['ok', 'ok', 'ok']);
    expect(of('store')?.level).toBe('note');
    expect(of('provider.instagram')?.hint?.ko).toContain('IG_ACCESS_TOKEN');
    await rm(join(folder, '.kt-event'), { recursive: true }).then(
      () => expect.unreachable('made a folder'),
      () => undefined,
    );
  });

  it('speaks Korean, the gravest first', async () => {
    const { stdout } = await run(['--offline'], { OPENAI_API_KEY: 'k', OPENAI_TEXT_MODEL: 'gpt-4o' });

    expect(stdout).toMatch(/^쓸 수 있습니다/);
    expect(stdout).toContain('OPENAI_TEXT_MODEL');
  });

  it('warns before a clip is wanted that no program here could show', async () => {
    const veo = { KT_EVENT_VIDEO_MODEL: 'veo', GEMINI_API_KEY: 'k' };
    const [without, unasked] = [
      await found(['--offline'], { ...veo, PATH: '/nowhere' }),
      await found(['--offline'], { PATH: '/nowhere' }),
    ];

    expect(without.of('film-clip')).toMatchObject({
      level: 'warn',
      hint: { en: expect.stringContaining('ffmpeg') },
    });
    expect(unasked.of('film-clip')).toBeUndefined();
  });

  it('reaches every stand-in with free calls that carry no key, and prints none', async () => {
    const sandbox = await openSandbox({ now: () => new Date() });
    try {
      const { status, stdout, of } = await found([], sandbox.environment());

      expect(status).toBe(0);
      for (const id of ['instagram', 'kt', 'kakao', 'anthropic', 'openai', 'naver', 'public_data', 'nts'])
        expect(of(`provider.${id}`)).toMatchObject({
          level: 'ok',
          message: { en: expect.stringContaining('sandbox') },
        });
      const secrets = Object.values(sandbox.credentials)
        .flatMap((set) => Object.entries<string>(set))
        .filter(([name]) => /key|secret|token|password/i.test(name))
        .map(([, value]) => value);
      expect(secrets.length).toBeGreaterThan(10);
      expect(secrets.filter((secret) => stdout.includes(secret))).toEqual([]);
      const carried = JSON.stringify(sandbox.requests().map(({ headers, path }) => [headers, path]));
      expect(carried).not.toMatch(/authorization|api-key|serviceKey|access_token/i);
    } finally {
      await sandbox.close();
    }
  });

  it('says of each channel which contract and which key it waits for, with source and date', async () => {
    const { status, of } = await found(['--offline']);

    expect(status).toBe(0);
    for (const id of ['instagram', 'kakao_brand_message', 'alimtalk', 'text_message', 'naver_blog', 'kt']) {
      const one = of(`licence.${id}`);
      expect(one?.level).toBe('note');
      expect(one?.needs?.every(({ source, date }) => source.length > 5 && /^2026-/.test(date))).toBe(true);
    }
    expect(of('licence.kt')).toMatchObject({
      message: { ko: expect.stringContaining('광고 계약') },
      hint: { ko: expect.stringContaining('KT_BASE_URL, KT_API_TOKEN') },
      needs: [{ basis: 'assumed' }, { basis: 'assumed' }],
    });
  });

  it('warns of what is half there: text messages go out, but no AlimTalk and no brand message', async () => {
    const { status, of } = await found(['--offline'], {
      SOLAPI_API_KEY: 'k',
      SOLAPI_API_SECRET: 's',
      SOLAPI_SENDER: '0212345678',
    });

    expect(status).toBe(0);
    expect(of('licence.text_message')).toMatchObject({
      level: 'ok',
      message: { ko: expect.stringContaining('발신번호 사전등록') },
    });
    expect(of('licence.alimtalk')).toMatchObject({
      level: 'warn',
      hint: { en: 'Then set SOLAPI_PFID, SOLAPI_TEMPLATE_WINNER' },
    });
    expect(of('licence.kakao_brand_message')?.hint?.en).toContain('SOLAPI_PFID, KT_EVENT_KAKAO_FRIENDS');
  });

  it('is stopped by a channel that has to be usable and is not, and by no other', async () => {
    const instagram = { IG_ACCESS_TOKEN: 't', IG_USER_ID: '1' };
    const usable = await found(['--offline', '--channel', 'instagram'], instagram);
    const closed = await found(['--offline', '--channel', 'instagram', 'genie-tv'], instagram);
    const unknown = await run(['--offline', '--channel', 'telegram']);

    expect(usable.status).toBe(0);
    expect(closed.status).toBe(2);
    expect(closed.of('licence.kt')?.level).toBe('block');
    expect(closed.of('licence.kakao_brand_message')?.level).toBe('note');
    expect(unknown.status).toBe(2);
    expect((await run(['--help'])).stdout).toContain('종료 코드: 0');
  });

  it('warns of an address where nobody answers, and goes on', async () => {
    const { status, of } = await found([], {
      ANTHROPIC_API_KEY: 'k',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    });

    expect(status).toBe(0);
    expect(of('provider.anthropic')).toMatchObject({
      level: 'warn',
      message: { en: expect.stringContaining('PROVIDER_005') },
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['half of a key', { IG_ACCESS_TOKEN: 'secret-half' }, 'settings', 'AUTH_001'],
    ['a master key that is none', { KT_EVENT_MASTER_KEY: 'secret-half' }, 'settings', 'USER_001'],
  ])('is stopped by %s, without repeating it', async (_, env, id, code) => {
    const { status, stdout, of } = await found(['--offline'], env);

    expect(status).toBe(2);
    expect(of(id)).toMatchObject({ level: 'block', message: { ko: expect.stringContaining(code) } });
    expect(stdout).not.toContain('secret-half');
  });

  it('is stopped by a database that is none, and warned of a key that others may read', async () => {
    const data = join(folder, '.kt-event');
    await mkdir(data, { mode: 0o700 });
    await writeFile(join(data, 'kt-event.db'), 'this is no database, whatever it is called'.repeat(200));
    expect((await found(['--offline'])).status).toBe(2);

    await rm(join(data, 'kt-event.db'));
    expect((await found(['--offline'])).of('store')?.level).toBe('ok');
    await chmod(join(data, 'master.key'), 0o644);
    expect((await found(['--offline'])).of('master-key')).toMatchObject({ level: 'warn' });
  });
});
