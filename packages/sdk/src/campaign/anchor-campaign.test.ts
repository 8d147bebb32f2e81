import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitmentHash } from '../draw/commitment-hash.js';
import { verifyTranscript } from '../draw/verify-transcript.js';
import { checkSignature } from '../providers/tsa/check-signature.js';
import { readStamp } from '../providers/tsa/read-stamp.js';
import { oneCampaign } from '../testing/one-campaign.js';
import { aSmallBrief } from '../testing/small-brief.js';

const honest = 'no place is named';

describe('the anchor of a commitment', () => {
  const stage = oneCampaign(aSmallBrief({ channels: ['naver_blog'] }));

  const draw = async () => {
    const { draw, campaign } = await stage.life.play(stage.id);
    if (!draw?.transcript) throw new Error('nothing was drawn');
    return { transcript: draw.transcript, campaign, verdict: verifyTranscript(draw.transcript) };
  };
  const asked = () => stage.world.sandbox.requests('tsa').length;

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
    stage.world.sandbox.addFault({ provider: 'tsa', fault: { kind: 'status', code: 500 }, times: 7 });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors.length, verdict.valid]).toEqual([1, true]);
    expect(asked()).toBe(8);
  });

  it('never holds up a draw, which then says that there is none', async () => {
    stage.world.sandbox.addFault({ provider: 'tsa', fault: { kind: 'status', code: 500 }, times: 10_000 });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors, verdict.valid]).toEqual([[], true]);
    expect(verdict.doesNotProve.en.toLowerCase()).toContain(honest);
  });

  it('is not asked for where no authority was chosen', async () => {
    const { KT_EVENT_TSA_URL: _chosen, ...environment } = stage.world.sandbox.environment();
    await stage.again({ environment });
    const { transcript, verdict } = await draw();

    expect([transcript.anchors, verdict.valid, asked()]).toEqual([[], true, 0]);
  });
});
