import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exampleCampaign } from './example-campaign.js';
import { readCampaignFile } from './read-campaign-file.js';
import { readTemplate } from './read-template.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
  file = join(folder, 'campaign.yaml');
});
afterAll(() => rm(folder, { recursive: true }));

const example = exampleCampaign({ today: '2026-11-20' });
const writeCampaign = (logo: string) =>
  writeFile(file, example.replace(/^store:.*$/m, `store:\n  brand: { logo: ${logo} }`));
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

it('takes a logo from the folder of the campaign file', async () => {
  await writeFile(join(folder, 'logo.svg'), svg('<circle cx="4" cy="4" r="4"/>'));
  await writeCampaign('logo.svg');

  const { store } = await readCampaignFile(file);

  expect(store.brand?.logo).toMatch(/^data:image\/png;base64,/);
});

it.each(['none.png', 'bad.svg'])('points at the place of the logo when %s cannot be used', async (name) => {
  await writeFile(join(folder, 'bad.svg'), svg('<script/>'));
  await writeCampaign(name);

  await expect(readCampaignFile(file)).rejects.toMatchObject({
    code: 'USER_001',
    issues: [{ file: 'campaign.yaml', line: expect.any(Number), column: expect.any(Number) }],
  });
});

it('tells the path of a template from the folder of the results', async () => {
  await writeCampaign('logo.svg');

  const { text } = await readTemplate(file, join(folder, 'plans'));

  expect(text).toContain('logo: "../logo.svg"');
});
