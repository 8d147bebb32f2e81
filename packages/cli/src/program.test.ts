import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KtEvent } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleCampaign } from './campaign-file/example-campaign.js';
import { aClient } from './testing/fake-client.js';
import { createFakeContext } from './testing/fake-context.js';
import { aCampaign, aFinding, anEffect, aReport, aStatus } from './testing/fixtures.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
  file = join(folder, 'campaign.yaml');
  await writeFile(file, exampleCampaign({ today: '2026-11-24' }));
});
afterAll(() => rm(folder, { recursive: true }));

describe('check', () => {
  it('judges the file by the rules of the day asked for', async () => {
    const client = aClient();

    await createFakeContext(client).run('check', file, '--as-of', '2026-12-01');

    expect(client.check).toHaveBeenCalledWith(expect.anything(), { asOf: '2026-12-01' });
  });

  it('ends with 2 when a rule must be met', async () => {
    const context = createFakeContext(aClient({ check: async () => [aFinding({ severity: 'error' })] }));

    await context.run('check', file);

    expect(context.exitCodes).toEqual([2]);
    expect(context.results[0]).toContain('반드시 고칠 것 1건');
  });
});

it('plan shows three concepts', async () => {
  const context = createFakeContext(aClient());

  await context.run('plan', file);

  expect(context.results[0]?.match(/첫 방문 커피 이벤트/g)).toHaveLength(3);
});

describe('a stage of a campaign', () => {
  it.each(['draw', 'analyze', 'learn'])(
    '%s goes to its end, and says so when its time has not come',
    async (stage) => {
      const client = aClient();

      const attempt = createFakeContext(client).run(stage, 'first1');

      await expect(attempt).rejects.toMatchObject({ code: 'USER_008', context: { action: stage } });
      const options = expect.objectContaining({ until: stage });
      expect(client.advance).toHaveBeenCalledExactlyOnceWith('cmp-abcdefghijkl', options);
    },
  );

  it('names the effect a person must decide about first', async () => {
    const client = aClient({ advance: async () => aStatus({ effects: [anEffect()] }) });

    await expect(createFakeContext(client).run('draw', 'first1')).rejects.toMatchObject({ code: 'USER_015' });
  });

  it('generate takes a file too', async () => {
    const client = aClient();

    await createFakeContext(client).run('generate', file, '--yes');

    expect(client.create).toHaveBeenCalledOnce();
    expect(client.find).not.toHaveBeenCalled();
  });

  it('distribute does not ask again for what is approved already', async () => {
    const approval = { contentHash: 'hash-of-content', by: 'owner', at: '2026-11-24T10:00:00+09:00' };
    const client = aClient({ advance: async () => aStatus({ campaign: aCampaign({ approval }) }) });

    await createFakeContext(client).run('distribute', 'first1');

    expect(client.approve).not.toHaveBeenCalled();
  });

  it('names a campaign that is not there', async () => {
    const attempt = createFakeContext(aClient({ find: async () => undefined })).run('draw', 'nowhere');

    await expect(attempt).rejects.toMatchObject({ code: 'USER_002' });
  });

  it('analyze shows the report', async () => {
    const context = createFakeContext(aClient({ advance: async () => aStatus({ report: aReport() }) }));

    await context.run('analyze', 'first1');

    expect(context.results[0]?.split('\n')[0]).toBe('쓴 돈보다 84,600원이 더 남았습니다.');
  });
});

it('resume shows what a person must decide before it does anything', async () => {
  const client = aClient({ due: async () => [aCampaign()], effects: async () => [anEffect()] });
  const context = createFakeContext(client);
  client.advance.mockImplementation(async () => {
    expect(context.notes[0]).toContain('kt-event effects resolve');
    return aStatus();
  });

  await context.run('resume');

  expect(client.advance).toHaveBeenCalledOnce();
});

it('effects resolve passes on the answer and wants exactly one', async () => {
  const resolveEffect = vi.fn<KtEvent['resolveEffect']>(async () => anEffect({ state: 'acked' }));
  const context = createFakeContext({ resolveEffect });

  await context.run('effects', 'resolve', 'run-1/x', '--not');

  expect(resolveEffect).toHaveBeenCalledWith('run-1/x', false);
  await expect(context.run('effects', 'resolve', 'run-1/x')).rejects.toMatchObject({ code: 'USER_010' });
});

it('verify needs no store and ends with 2 for what is no transcript', async () => {
  const path = join(folder, 'transcript.json');
  await writeFile(path, '{}');
  const context = createFakeContext({}, { ktEvent: () => Promise.reject(new Error('opened')) });

  await context.run('verify', path);

  expect(context.exitCodes).toEqual([2]);
  expect(context.results[0]).toContain('이 당첨 결과를 믿지 마세요');
});

describe('serve and sandbox', () => {
  it('stay until they have stopped', async () => {
    const listener = { url: 'http://127.0.0.1:8787', stopped: Promise.resolve(), environment: {} };
    const serve = vi.fn(async () => listener);
    const openSandbox = vi.fn(async () => listener);
    const context = createFakeContext({}, { serve, openSandbox, cwd: '/logs' });

    await context.run('serve', '--port', '0');
    await context.run('sandbox', '--seed', 's', '--journal', 'j.jsonl');

    expect(serve).toHaveBeenCalledWith(expect.objectContaining({ port: 0, folder: '/data' }));
    expect(openSandbox).toHaveBeenCalledWith(
      expect.objectContaining({ seed: 's', journal: '/logs/j.jsonl' }),
    );
    expect(context.results).toEqual([
      '열렸습니다: http://127.0.0.1:8787',
      '열렸습니다: http://127.0.0.1:8787',
    ]);
  });
});

it('completion lists every command and its flags', async () => {
  const context = createFakeContext();

  await context.run('completion', 'bash');
  await context.run('completion', 'zsh');

  expect(context.results[0]).toContain('init check plan bulk run generate');
  expect(context.results[0]).toMatch(/run\) COMPREPLY=\(\$\(compgen -W "--rehearse --dry-run --yes --json/);
  expect(context.results[1]).toContain("'demo:예시 이벤트로 전체 과정을 보여 줍니다'");
});

it('speaks of itself in Korean, in even columns', async () => {
  const context = createFakeContext();

  await context.run('run', '--help').catch(() => undefined);

  expect(context.help.join('')).toMatchInlineSnapshot(`
    "쓰는 법: kt-event run [옵션] <file>

    기획부터 끝까지 진행합니다

    값:
      file            이벤트 파일 (YAML)

    옵션:
      --rehearse      이 컴퓨터 안에서 처음부터 끝까지 연습합니다. 실제로 보내지
                      않습니다
      --dry-run       보낼 글과 비용만 보여 줍니다. 보내거나 저장하지 않습니다
      --yes           묻지 않고 내용을 승인합니다
      -h, --help      쓰는 법을 봅니다

    공통 옵션:
      --json          결과와 오류를 JSON으로 출력합니다
      --lang <code>   언어 (고를 수 있는 값: ko, en)
      --dir <folder>  .kt-event와 kt-event-out이 놓일 폴더
      --no-color      색을 쓰지 않습니다
      -V, --version   버전을 봅니다
    "
  `);
});
