import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The built command, as a stranger runs it: `npm test` builds before it tests.
const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const example = fileURLToPath(new URL('../../../../examples/cafe-first-visit.yaml', import.meta.url));
/** Films and further looks take their time, and say nothing that one picture does not. */
const quick = 'video: false\ndesign: { looks: 1 }\n';

describe('the command, killed', () => {
  let folder: string;
  let file: string;
  const words = (...rest: string[]) => [bin, ...rest, '--json', '--dir', folder];
  const journalPath = () => join(folder, '.kt-event/rehearsal/sandbox.jsonl');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kt event 멈춤-'));
    file = join(folder, 'campaign.yaml');
    await writeFile(file, `${readFileSync(example, 'utf8')}\n${quick}`);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('in the middle of distributing, is resumed and publishes once on every channel', async () => {
    const child = spawn(process.execPath, words('run', file, '--rehearse', '--yes'), { stdio: 'ignore' });
    await untilFirstPublication(child, journalPath());
    child.kill('SIGKILL');
    await ended(child);

    const resumed = spawnSync(process.execPath, words('resume'), { encoding: 'utf8' });
    const after = await publicationsPerChannel(journalPath());

    expect(resumed.status).toBe(0);
    expect(JSON.parse(resumed.stdout)).toMatchObject({
      campaign: { state: 'settled' },
      notices: { sent: 13 },
    });
    expect(after).toEqual({
      WOORIDONGNE_TV: 1,
      RINGO_BIZ: 1,
      GENIE_TV_AD: 1,
      INSTAGRAM: 1,
      NAVER_BLOG: 1,
      BRAND_MESSAGE: 1,
      SMS: 1, // what became of the consents to hear of the store
      ALIMTALK: 4, // the winners, two promoted after a no, a reminder, one promoted after silence
    });
  }, 240_000);

  it('by Ctrl-C, says how to go on and exits 130', async () => {
    const child = spawn(process.execPath, words('run', file, '--rehearse', '--yes'), {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const printed: string[] = [];
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    await untilFirstPublication(child, journalPath());
    child.kill('SIGINT');

    expect(await ended(child)).toBe(130);
    expect(JSON.parse(printed.join(''))).toMatchObject({ error: { code: 'USER_011' } });
    expect(spawnSync(process.execPath, words('resume')).status).toBe(0);
  }, 240_000);
});

/** The sandbox writes each accepted order down before it acts on it. */
async function untilFirstPublication(child: ChildProcess, path: string): Promise<void> {
  while (child.exitCode === null) {
    if (existsSync(path) && readFileSync(path, 'utf8').split('\n').length > 4) return;
    await wait(2);
  }
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function publicationsPerChannel(path: string): Promise<Record<string, number>> {
  const sandbox = await openSandbox({ now: () => new Date(), journalPath: path });
  const counts: Record<string, number> = {};
  for (const { channel } of sandbox.publications()) counts[channel] = (counts[channel] ?? 0) + 1;
  await sandbox.close();
  return counts;
}
