import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { commitmentHash } from '../draw/commitment-hash.js';
import { verifyTranscript } from '../draw/verify-transcript.js';
import { checkSignature } from '../providers/tsa/check-signature.js';
import { readStamp } from '../providers/tsa/read-stamp.js';
import { type CampaignWorld, type Life, openCampaignWorld } from '../testing/campaign-world.js';
import { aSmallBrief } from '../testing/small-brief.js';

const honest = 'no place is named';

describe('the anchor of a commitment', () => {
  let world: CampaignWorld;
  let campaignId: string;
  let life: Life;

  beforeAll(async () => {
    world = await openCampaignWorld();
    campaignId = await world.make(aSmallBrief({ channels: ['naver_blog'] }));
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.rewind();
    life = await world.live();
  });
  afterEach(() => life.end());

  const draw = async () => {
    const { draw, campaign } = await life.play(campaignId);
    if (!draw?.transcript) throw new Error('nothing was drawn');
    return { transcript: draw.transcript, campaign, verdict: verifyTranscript(draw.transcript) };
  };
  const asked = () => world.sandbox.requests('tsa').length;

  it('is a stamp of its hash, in the transcript and in a file of its own', async () => {
    const { transcript, campaign, verdict } = await draw();
    const hash = commitmentHash(transcript.commitment);
    const stamp = readStamp(await readFile(join(campaign.folder, 'draw/commitment.tsr')));

    expect(transcript.anchors).toEqual([
      {
        kind: 'timestamp_token',
        where: 'sandbox: kt-event sandbox TSA (rehearsal)',
        fingerprint: hash.slice(0, 16),
        at: stamp.info.genTime.toISOString(),
      },
    ]);
    expect(Buffer.from(stamp.info.messageImprint.hashedMessage.buffer).toString('hex')).toBe(hash);
    expect(checkSignature(stamp)).toMatch(/sandbox/);
    expect([verdict.valid, asked()]).toEqual([true, 1]);
    expect(verdict.doesNotProve.en.toLowerCase()).not.toContain(honest);
  });

  it('is asked for again while the authority is down', async () => {
    world.sandbox.addFault({ provider: 'tsa', fault: { kind: 'status', code: 500 }, times: 7 });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors.length, verdict.valid]).toEqual([1, true]);
    expect(asked()).toBe(8);
  });

  it('never holds up a draw, which then says that there is none', async () => {
    world.sandbox.addFault({ provider: 'tsa', fault: { kind: 'status', code: 500 }, times: 10_000 });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors, verdict.valid]).toEqual([[], true]);
    expect(verdict.doesNotProve.en.toLowerCase()).toContain(honest);
  });

  it('is not asked for where no authority was chosen', async () => {
    await life.end();
    const { KT_EVENT_TSA_URL: _chosen, ...environment } = world.sandbox.environment();
    life = await world.live({ environment });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors, verdict.valid, asked()]).toEqual([[], true, 0]);
  });
});
