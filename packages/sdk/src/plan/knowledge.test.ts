import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { industrySchema, objectiveSchema } from '../schema/primitives.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { openKnowledge } from './knowledge.js';

const newFolder = temporaryFolders();

const shipped = new URL('../../assets/knowledge/', import.meta.url);

async function aCopy(change: Record<string, string> = {}): Promise<URL> {
  const folder = newFolder();
  for (const name of await readdir(shipped)) {
    await writeFile(join(folder, name), change[name] ?? (await readFile(new URL(name, shipped), 'utf8')));
  }
  return pathToFileURL(`${folder}/`);
}

it('has a row for every trade and objective, and ninety rules', async () => {
  const { base, lintRules } = await openKnowledge();

  expect(base).toHaveLength(industrySchema.options.length * objectiveSchema.options.length);
  expect(lintRules).toHaveLength(90);
});

it('names the source of every rule in words', async () => {
  const { lintRules } = await openKnowledge();

  expect(lintRules.filter(({ source }) => source === '' || /\[S\d+|S\d+\]/.test(source))).toEqual([]);
});

it('has the same version for the same bytes and another for others', async () => {
  const { version } = await openKnowledge();
  const calendar = await readFile(new URL('calendar.json', shipped), 'utf8');

  expect((await openKnowledge(await aCopy())).version).toBe(version);
  expect((await openKnowledge(await aCopy({ 'calendar.json': `${calendar} ` }))).version).not.toBe(version);
});

it('says which file cannot be read', async () => {
  await expect(openKnowledge(await aCopy({ 'media.json': '{}' }))).rejects.toMatchObject({
    code: 'STORE_002',
  });
  await expect(openKnowledge(await aCopy({ 'media.json': '{' }))).rejects.toMatchObject({
    code: 'STORE_002',
  });
  await expect(openKnowledge(new URL('nowhere/', shipped))).rejects.toMatchObject({ code: 'STORE_001' });
});
