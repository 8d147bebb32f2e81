import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Creative } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Ask, refuseToAsk } from '../ask.js';
import { exampleCampaign } from '../campaign-file/example-campaign.js';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { aCampaign, anEffect, aPublication, aStatus } from '../testing/fixtures.js';

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
  file = join(folder, 'campaign.yaml');
  await writeFile(file, exampleCampaign({ today: '2026-11-24' }));
});
afterAll(() => rm(folder, { recursive: true }));

const yes: Ask = { ...refuseToAsk, interactive: true, confirm: async () => true };
const no: Ask = { ...yes, confirm: async () => false };

describe('run', () => {
  it('publishes nothing before a yes', async () => {
    const client = aClient();

    const attempt = createFakeContext(client, { ask: no }).run('run', file);

    await expect(attempt).rejects.toMatchObject({ code: 'USER_007' });
    expect(client.advance.mock.calls.map(([, options]) => options?.until)).toEqual(['plan']);
    expect(client.approve).not.toHaveBeenCalled();
  });

  it('binds the yes to the hash of the content', async () => {
    const client = aClient();
    const context = createFakeContext(client, { ask: yes });

    await context.run('run', file);

    const approval = { contentHash: 'hash-of-content', by: 'owner' };
    expect(client.approve).toHaveBeenCalledWith('cmp-abcdefghijkl', approval);
    expect(context.notes[0]).toContain('hash-of-content');
  });

  it('says so when customers cannot open the entry address', async () => {
    const context = createFakeContext(aClient(), { ask: yes, publicUrl: undefined });

    await context.run('run', file, '--yes');

    expect(context.notes.join()).toContain('KT_EVENT_PUBLIC_URL');
  });

  it('without a terminal names the flag before any work is done', async () => {
    const client = aClient();

    const attempt = createFakeContext(client).run('run', file);

    await expect(attempt).rejects.toMatchObject({ code: 'USER_010', context: { flag: '--yes' } });
    expect(client.create).not.toHaveBeenCalled();
  });

  const painted = () => {
    const picture: Creative = {
      id: 'instagram-square',
      kind: 'image',
      channel: 'instagram',
      path: 'creatives/instagram/square.jpg',
      mediaType: 'image/jpeg',
      bytes: 1,
      sha256: '0'.repeat(64),
      text: '',
      hashtags: [],
      mode: 'live',
      madeBy: 'template + openai/gpt-image-2',
      paintedBy: 'openai/gpt-image-2',
      dropped: [],
    };
    const campaign = aCampaign({ state: 'approved', creatives: [picture] });
    const { run } = aStatus();
    return aStatus({
      campaign,
      ...(run && { run: { ...run, state: 'waiting', waitingFor: 'approval', wakeAt: undefined } }),
    });
  };

  it('asks about pictures that a model painted once they can be seen, and names their files', async () => {
    const advance = vi.fn(async (_id: string, options?: object) =>
      options && 'until' in options ? aStatus() : painted(),
    );
    const client = aClient({ advance });
    const context = createFakeContext(client, { ask: yes });

    await context.run('run', file);

    expect(client.approve).toHaveBeenCalledTimes(2);
    expect(context.notes.join()).toContain('creatives/instagram/square.jpg (openai/gpt-image-2)');
  });

  it('takes no yes in advance for pictures that nobody has seen', async () => {
    const advance = vi.fn(async (_id: string, options?: object) =>
      options && 'until' in options ? aStatus() : painted(),
    );
    const client = aClient({ advance });
    const context = createFakeContext(client);

    await context.run('run', file, '--yes');

    expect(client.approve).toHaveBeenCalledTimes(1);
    expect(context.results[0]).toContain('kt-event distribute');
  });

  it('--dry-run stores and sends nothing', async () => {
    const client = aClient();
    const context = createFakeContext(client);

    await context.run('run', file, '--dry-run');

    expect(client.create).not.toHaveBeenCalled();
    expect(client.advance).not.toHaveBeenCalled();
    expect(context.results[0]).toContain('아무것도 보내거나 저장하지 않았습니다');
    expect(context.results[0]).toContain('QR을 찍고 응모하세요.');
  });

  it('--rehearse says that nothing was real', async () => {
    const client = aClient();
    const context = createFakeContext(client);

    await context.run('run', file, '--rehearse');

    expect(client.create).not.toHaveBeenCalled();
    expect(context.results[0]).toContain('실제로 알린 사람도, 당첨된 사람도 없습니다');
  });

  it('ends with 6 when a channel failed and 7 when a person must decide', async () => {
    const partly = aStatus({ publications: [aPublication({ state: 'failed' })] });
    const parked = aStatus({ effects: [anEffect()] });
    const first = createFakeContext(aClient({ advance: async () => partly }));
    const second = createFakeContext(aClient({ advance: async () => parked }));

    await first.run('run', file, '--yes');
    await second.run('run', file, '--yes');

    expect(first.exitCodes).toEqual([6]);
    expect(second.exitCodes).toEqual([7]);
  });
});
