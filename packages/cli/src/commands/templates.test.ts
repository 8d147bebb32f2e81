import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownTemplates } from '../config/own-templates.js';
import { createFakeContext } from '../testing/fake-context.js';

const examples = fileURLToPath(new URL('../../../../examples/templates', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-templates-'));
  await writeFile(join(folder, 'bad.json'), '{\n  "version": 1,\n  "name" "bad"\n}\n');
});
afterAll(() => rm(folder, { recursive: true }));

it('lists the folder of the environment beside ours, and another where one is named', async () => {
  const context = createFakeContext({}, { templates: examples });

  await context.run('templates', 'list');
  await context
    .run('templates', 'list', '/none')
    .catch((error: unknown) => expect(error).toMatchObject({ code: 'USER_016' }));

  expect(context.results[0]).toContain('sunny');
  expect(context.results[0]).toContain('직접 만든 것');
  expect(context.results).toHaveLength(1);
});

it('points into a file that cannot be read, says what to write, and leaves with 2', async () => {
  const context = createFakeContext();

  await context.run('templates', 'check', folder);

  expect(context.exitCodes).toEqual([2]);
  expect(context.results[0]).toContain('bad.json:3:10');
  expect(context.results[0]).toContain('쌍점');
  expect(context.values[0]).toMatchObject({ findings: [{ kind: 'format', line: 3, column: 10 }] });
});

it('takes the folder of the environment from the folder of the campaigns', () => {
  expect(ownTemplates({ KT_EVENT_TEMPLATES: 'ours' }, '/data')).toBe('/data/ours');
  expect(ownTemplates({ KT_EVENT_TEMPLATES: ' ' }, '/data')).toBeUndefined();
});
