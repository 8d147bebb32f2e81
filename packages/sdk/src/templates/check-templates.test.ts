import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkTemplates } from './check-templates.js';
import { listTemplates } from './list-templates.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const examples = join(repository, 'examples/templates');
const example = await readFile(join(examples, 'sunny.json'), 'utf8');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-templates-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lineOf = (text: string, wanted: string) => text.slice(0, text.indexOf(wanted)).split('\n').length;

it('finds nothing wrong with the example of the manual, drawn at every size with the hardest words', async () => {
  const manuals = await Promise.all(
    ['docs/templates.md', 'docs/templates.ko.md'].map((file) => readFile(join(repository, file), 'utf8')),
  );

  for (const manual of manuals) expect(manual).toContain(`\`\`\`json\n${example}\`\`\``);
  expect(await checkTemplates(examples)).toMatchObject({ findings: [] });
});

it('tells overflow, faint and foreign letters, texts outside and on one another, and a code that is not there', async () => {
  const spoilt = example
    .replace('"say"', '"say"')
    .replace(
      '{ "text": "period", "size": 40, "lines": 1 } ], "gap": 10',
      '{ "say": "กข", "size": 40 } ], "gap": 10',
    ) // no period, Thai
    .replace('"box": [0, 12, 100, 26], "on": "paper"', '"box": [0, 12, 120, 26], "on": "deep"') // feed: white on pale, outside
    .replace('"box": [0, 15, 62, 40]', '"box": [0, 15, 62, 4]') // wide: too small
    .replace('{ "qr": 360 }, ', ''); // tent
  await writeFile(join(folder, 'spoilt.json'), spoilt);

  const { findings } = await checkTemplates(folder);

  const kinds = new Set(findings.map(({ kind, path }) => `${kind} ${path[1]}`));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['glyph offer', 'missing feed', 'contrast feed', 'outside feed', 'overflow wide']),
  );
  expect([...kinds]).toContain('missing tent');
  const faint = findings.find(({ kind }) => kind === 'contrast');
  expect(faint).toMatchObject({ template: 'sunny', line: lineOf(spoilt, '"feed": ['), words: 'plain' });
  expect(findings.every(({ fix, file }) => fix && file === join(folder, 'spoilt.json'))).toBe(true);
});

it('tells words that stand on the picture itself: nobody knows what a model will paint there', async () => {
  const own = join(folder, 'painted');
  const onCard = '{ "card": { "use": "head" }, "fill": "card", "pad": [28, 16] }';
  await mkdir(own);
  await writeFile(join(own, 'sunny.json'), example.replace(onCard, '{ "use": "head" }'));

  const { findings } = await checkTemplates(own);

  expect(new Set(findings.map(({ kind, path }) => `${kind} ${path[1]}`))).toEqual(
    new Set(['contrast poster']),
  );
}, 120_000);

it('lists ours and those of a folder, which stand in for ours of the same name', async () => {
  const own = join(folder, 'own');
  await rm(join(folder, 'spoilt.json'), { force: true });
  await writeFile(join(folder, 'pop.json'), example.replace('"name": "sunny"', '"name": "pop"'));

  const rows = await listTemplates(folder);

  expect(rows.map(({ name }) => name)).toHaveLength(10);
  expect(rows.find(({ name }) => name === 'pop')).toMatchObject({
    origin: 'own',
    replaces: true,
    ko: '햇살',
  });
  await expect(listTemplates(own)).rejects.toMatchObject({ code: 'USER_016' });
});
