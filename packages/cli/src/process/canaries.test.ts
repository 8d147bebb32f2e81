import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type FaultScript, openSandbox, type Sandbox } from '@kt-event/sandbox';
import { type Canaries, createCanaryScanner, phoneCanaries, scanFolder } from '@kt-event/sdk/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../config/settings.js';
import { main } from '../main.js';

const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/cafe-first-visit.yaml', import.meta.url));
/** Films and further looks take their time, and say nothing that one picture does not. */
const quick = 'video: false\ndesign: { looks: 1 }\n';

const masterKey = Buffer.from('canary of 32 bytes, a master key').toString('base64');
const phone = '010-5500-9001';
const publicNames = /(_ID|_USER|_SENDER|_PFID|_TEMPLATE_\w+)$/;

/** Credentials that no stand-in accepts: a rehearsal has no use for them. */
const ownersKeys = {
  KT_EVENT_MASTER_KEY: masterKey,
  SOLAPI_API_KEY: 'NCSCANARYAPIKEY1',
  SOLAPI_API_SECRET: 'CANARYSECRET00000000000000000001',
  IG_ACCESS_TOKEN: 'IGAAcanary0token0of0the0owner',
  KT_API_TOKEN: 'kt-canary-token-of-the-owner',
  S3_SECRET_ACCESS_KEY: 'canary/secret+access/key',
};

/** The rest of what their providers need, at an address where nobody listens. */
const ownersSettings = {
  SOLAPI_BASE_URL: 'http://127.0.0.1:1',
  SOLAPI_SENDER: '0212345678',
  IG_BASE_URL: 'http://127.0.0.1:1',
  IG_USER_ID: '17841400000000001',
  KT_BASE_URL: 'http://127.0.0.1:1',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_REGION: 'kr-standard',
  S3_BUCKET: 'events',
  S3_ACCESS_KEY_ID: 'AKIACANARY0000000001',
};

/** What the stand-ins accept, and the phones of a rehearsal's crowd. */
function canariesOf(sandbox: Sandbox): Canaries {
  const credentials = Object.values(sandbox.credentials).flatMap((set) => Object.entries<string>(set));
  const crowd = ['01055009001', '01055009002', '01055000000', '01055000001', '01055000179', '01055001059'];
  const phones = crowd.map((number) => phoneCanaries(number.slice(-4), number));
  const secrets = credentials.filter(([name]) => !publicNames.test(name));
  return Object.assign({ ...Object.fromEntries(secrets), 'master key': masterKey }, ...phones);
}

/** One command line in this process, for people and for programs. @returns all that it printed */
async function say(
  folder: string,
  environment: Record<string, string>,
  words: string[],
  forms: string[][] = [[], ['--json']],
): Promise<string> {
  const printed: string[] = [];
  const stream = { write: (text: string | Uint8Array) => printed.push(String(text)) > 0 };
  for (const form of forms) {
    const host = {
      arguments: [...words, ...form, '--dir', folder],
      cwd: folder,
      stdin: {},
      stdout: stream,
      stderr: stream,
      signal: new AbortController().signal,
      now: () => new Date(),
      operator: () => 'owner',
    };
    printed.push(`\nexit code ${await main(host, readSettings(environment))}\n`);
  }
  return printed.join('');
}

/** A campaign that may begin today. */
async function writeCampaign(folder: string): Promise<string> {
  const day = (after: number) => new Date(Date.now() + after * 86_400_000).toISOString().slice(0, 10);
  const text = readFileSync(example, 'utf8')
    .replaceAll('2026-12-01', day(12))
    .replaceAll('2026-12-14', day(25))
    .replaceAll('2026-12-15', day(26));
  const file = join(folder, 'campaign.yaml');
  await writeFile(file, `${text}\n${quick}`);
  return file;
}

const called = ['instagram', 'naver_blog', 'kt', 'solapi'] as const;

/** Every provider answers by repeating what it knows, in the words that an adapter would read. */
function echoes(sandbox: Sandbox, code: number): FaultScript[] {
  return called.map((provider) => {
    const secrets = Object.entries<string>(sandbox.credentials[provider]);
    const words = [
      ...secrets.filter(([name]) => !publicNames.test(name)).map(([, value]) => value),
      phone,
    ].join(' ');
    const body = { message: words, errorMessage: words, error: { message: words, code: 100 } };
    return { provider, fault: { kind: 'status', code, body }, times: 3 };
  });
}

const cuts = (): FaultScript[] => called.map((provider) => ({ provider, fault: { kind: 'reset_before' } }));

describe('what the command prints and leaves behind', () => {
  let folder: string;
  let sandbox: Sandbox;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt event 비밀-'));
    sandbox = await openSandbox({ now: () => new Date() });
  });
  afterEach(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  /** A campaign, its providers as scripted, and everything an owner would then look at. */
  async function session(scripts: readonly FaultScript[]): Promise<string> {
    const environment = { ...sandbox.environment(), KT_EVENT_MASTER_KEY: masterKey };
    const run = (words: string[], forms?: string[][]) => say(folder, environment, words, forms);
    const printed = [await run(['generate', await writeCampaign(folder), '--yes'], [['--json']])];
    const id = /"id": "(cmp-\w+)"/.exec(printed.join(''))?.[1] ?? 'none';
    printed.push(await run(['distribute', id, '--dry-run']));
    for (const again of [[], ['--retry-failed', '--json']]) {
      for (const script of scripts) sandbox.addFault(script);
      printed.push(await run(['distribute', id, '--yes', ...again], [[]]));
    }
    const looks = ['status', `status ${id}`, 'status --providers', 'effects list', `publications list ${id}`];
    for (const look of [...looks, `publications refresh ${id}`]) printed.push(await run(look.split(' ')));
    for (const effectId of new Set(printed.join('').match(/run-cmp-\w+\/[\w/]+/g)))
      printed.push(await run(['effects', 'show', effectId]));
    sandbox.clearFaults();
    return printed.join('\n');
  }

  it.each([
    ['all goes well', '"published"', () => []],
    ['the keys are refused and repeated', 'AUTH_002', (sandbox: Sandbox) => echoes(sandbox, 401)],
    ['the requests are refused and repeated', 'PROVIDER_001', (sandbox: Sandbox) => echoes(sandbox, 400)],
    ['the connections break', 'PROVIDER_006', cuts],
  ])('holds no secret when %s', async (_case, word, scriptsFor) => {
    const scan = createCanaryScanner(canariesOf(sandbox));
    const printed = await session(scriptsFor(sandbox));

    expect(printed).toContain(word);
    expect(scan(printed)).toEqual([]);
    expect(scanFolder(folder, scan)).toEqual([]);
  });

  it('names the variable and not the key when one is missing or wrong', async () => {
    const environment: Record<string, string> = { ...sandbox.environment(), KT_EVENT_MASTER_KEY: masterKey };
    const scan = createCanaryScanner({ ...canariesOf(sandbox), wrong: `${masterKey}${masterKey}` });
    const wrong = [
      { SOLAPI_API_SECRET: '' },
      { KT_EVENT_MASTER_KEY: `${masterKey}${masterKey}` },
      { KT_BASE_URL: `http://${environment['KT_API_TOKEN']}@x` },
      { KT_BASE_URL: `not ${environment['KT_API_TOKEN']}` },
    ];
    const printed = await Promise.all(
      wrong.map((over) => say(folder, { ...environment, ...over }, ['status'])),
    );

    expect(printed.map((text) => /AUTH_001|USER_001/.test(text))).toEqual([true, true, true, true]);
    expect(scan(printed.join(''))).toEqual([]);
  });

  it('would be seen to hold one if a log of requests lay beside the campaign', async () => {
    const { SOLAPI_API_KEY: key } = sandbox.credentials.solapi;
    const line = `GET /messages/v4/list?to=${encodeURIComponent('+821055009001')}&key=${key}\n`;
    await writeFile(join(folder, 'http.log'), line);

    expect(scanFolder(folder, createCanaryScanner(canariesOf(sandbox)))).toEqual([
      'http.log: 9001, international (plain)',
      'http.log: SOLAPI_API_KEY (plain)',
    ]);
  });
});

describe('a rehearsal that is killed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt event 비밀-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('leaves no secret in its files, its output or the command lines of its processes', async () => {
    const sandbox = await openSandbox({ now: () => new Date() });
    const scan = createCanaryScanner({ ...canariesOf(sandbox), ...ownersKeys });
    await sandbox.close();
    const killed = start(folder, ['run', example, '--rehearse', '--yes']);
    await untilWritten(killed.child, join(folder, '.kt-event/rehearsal/sandbox.jsonl'));
    killed.child.kill('SIGKILL');
    await killed.closed;
    const afterKill = scanFolder(folder, scan);

    const resumed = start(folder, ['resume', '--json']);
    const commandLines: string[] = [];
    while (resumed.child.exitCode === null) {
      commandLines.push(...commandLinesOf(resumed.child.pid));
      await wait(20);
    }
    await resumed.closed;

    expect(resumed.printed.join('')).toContain('"settled"');
    expect(afterKill).toEqual([]);
    expect(scanFolder(folder, scan)).toEqual([]);
    expect(scan([...killed.printed, ...resumed.printed].join(''))).toEqual([]);
    expect(scan(commandLines.join('\n'))).toEqual([]);
  }, 240_000);
});

/** `closed` resolves when the process has ended and all it printed is here. */
function start(folder: string, words: string[]) {
  const env = { PATH: readSettings().environment['PATH'] ?? '', ...ownersKeys, ...ownersSettings };
  const child = spawn(process.execPath, [bin, ...words, '--dir', folder], { env });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => printed.push(String(chunk)));
  return { child, printed, closed: once(child, 'close') };
}

/** The sandbox writes each accepted order down before it acts on it. */
async function untilWritten(child: ChildProcess, path: string): Promise<void> {
  while (child.exitCode === null) {
    if (existsSync(path) && readFileSync(path, 'utf8').split('\n').length > 4) return;
    await wait(2);
  }
}

/** Of a process and all it has started, where the system shows them. */
function commandLinesOf(pid: number | undefined): string[] {
  const folder = `/proc/${pid}`;
  if (!existsSync(`${folder}/task`)) return [];
  try {
    const children = readdirSync(`${folder}/task`).flatMap((task) =>
      readFileSync(`${folder}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return [
      readFileSync(`${folder}/cmdline`, 'utf8'),
      ...children.flatMap((child) => commandLinesOf(Number(child))),
    ];
  } catch {
    return []; // it has ended meanwhile
  }
}
