import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, it as property } from '@fast-check/vitest';
import { KtEventError } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleCampaign } from './example-campaign.js';
import { readCampaignFile } from './read-campaign-file.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
  file = join(folder, 'campaign.yaml');
});
afterAll(() => rm(folder, { recursive: true }));

const example = exampleCampaign({ today: '2026-11-20' });

it('takes a path in the file from the folder of the file', async () => {
  await writeFile(file, `${example}sales: { csv: sales.csv }\ntemplates: ../ours\n`);

  const brief = await readCampaignFile(file);

  expect(brief.sales?.csv).toBe(join(folder, 'sales.csv'));
  expect(brief.templates).toBe(join(folder, '..', 'ours'));
});

it('points at the first damaged letter', async () => {
  const name = Buffer.from([0xb0, 0xa1]); // 가 in CP949
  await writeFile(file, Buffer.concat([Buffer.from('version: 1\nname: '), name]));

  const error = await readCampaignFile(file).catch((reason: unknown) => reason);

  expect(error).toMatchObject({ code: 'USER_001', issues: [{ line: 2, column: 7 }] });
});

it('names a file that is not there', async () => {
  await expect(readCampaignFile(join(folder, 'none.yaml'))).rejects.toMatchObject({
    code: 'USER_016',
    context: { reason: 'ENOENT' },
  });
});

it('refuses a file above 1 MiB', async () => {
  await writeFile(file, Buffer.alloc(1_048_577, 0x20));

  await expect(readCampaignFile(file)).rejects.toMatchObject({ code: 'USER_016' });
});

property.prop([fc.uint8Array({ maxLength: 300 })])(
  'meets any bytes with an error of its own',
  async (bytes) => {
    await writeFile(file, bytes);

    const error = await readCampaignFile(file).catch((reason: unknown) => reason);

    expect(KtEventError.is(error)).toBe(true);
  },
);
