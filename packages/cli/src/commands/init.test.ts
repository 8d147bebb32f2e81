import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, refuseToAsk } from '../ask.js';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
});
afterAll(() => rm(folder, { recursive: true }));

const yes: Ask = { ...refuseToAsk, interactive: true, confirm: async () => true };

describe('init', () => {
  it('writes a file that can be checked, and the schema beside it', async () => {
    const made = join(folder, 'new', '..', 'made.yaml');
    const context = createFakeContext(aClient());

    await context.run('init', made, '--store', '온도: 커피 #1', '--budget', '500000');
    await context.run('check', made);

    expect(await readFile(made, 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\/campaign\.schema\.json\n/,
    );
    expect(JSON.parse(await readFile(join(folder, 'campaign.schema.json'), 'utf8'))).toHaveProperty(
      'properties',
    );
  });

  it('keeps a file that is there unless told otherwise', async () => {
    const kept = join(folder, 'kept.yaml');
    await writeFile(kept, 'mine');

    await expect(createFakeContext().run('init', kept)).rejects.toMatchObject({ code: 'USER_033' });
    expect(await readFile(kept, 'utf8')).toBe('mine');

    await createFakeContext().run('init', kept, '--force');
    expect(await readFile(kept, 'utf8')).not.toBe('mine');
  });

  it('asks a person at a terminal, one thing at a time', async () => {
    const asked = join(folder, 'asked.yaml');
    const ask: Ask = {
      ...yes,
      text: async (question, _flag, suggestion) => (question.includes('예산') ? '1,200,000원' : suggestion),
      choose: async () => 'florist',
    };

    await createFakeContext({}, { ask }).run('init', asked);

    expect(await readFile(asked, 'utf8')).toContain('industry: florist');
    expect(await readFile(asked, 'utf8')).toContain('budgetKrw: 1200000');
  });
});
