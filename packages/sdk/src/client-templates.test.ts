import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient } from './client.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';

const sunny = await readFile(new URL('../../../examples/templates/sunny.json', import.meta.url), 'utf8');

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kt-event-own-'));
  for (const [folder, name] of [
    ['agency', 'house'],
    ['store', 'corner'],
  ] as const) {
    await mkdir(join(root, folder));
    await writeFile(join(root, folder, 'own.json'), sunny.replace('"name": "sunny"', `"name": "${name}"`));
  }
});
afterAll(() => rm(root, { recursive: true }));

async function looksOf(template: string, templates?: string) {
  const now = () => new Date('2026-11-29T10:00:00+09:00');
  const agency = join(root, 'agency');
  const ktEvent = await openClient({ folder: root, output: root, environment: {}, templates: agency, now });
  try {
    const brief = { ...aBrief(), video: false, channels: ['kakao_channel' as const], templates };
    const asked = { ...brief, design: { template, looks: 1 } };
    const { creatives } = await ktEvent.sketch(asked, { folder: join(root, 'out') });
    return [...new Set(creatives.flatMap(({ look }) => look ?? []))];
  } finally {
    await ktEvent.close();
  }
}

it('draws with the folder of the brief', async () => {
  expect(await looksOf('corner', join(root, 'store'))).toEqual(['corner']);
});

it('says which names there are, those of the options among them, for one that no folder holds', async () => {
  await expect(looksOf('corner')).rejects.toMatchObject({
    code: 'USER_001',
    issues: [{ path: ['design', 'template'], fix: { en: expect.stringContaining('house') } }],
  });
});
