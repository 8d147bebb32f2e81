import { describe, expect, it } from 'vitest';
import { toSecretCommit } from '../providers/beacon-secret.js';
import { toChainHash } from '../providers/drand-chain.js';
import type { Transcript } from '../schema/draw.js';
import {
  aCommitment,
  aList,
  anOrganiserKey,
  aTranscript,
  deps,
  roundSignature,
} from './__fixtures__/demo-draw.js';
import { sandboxChain, signSandboxRound } from './__fixtures__/sandbox-chain.js';
import { fingerprintOf } from './commitment-hash.js';
import { draw } from './draw.js';
import { toPublicKey } from './signature.js';
import { verifyTranscript } from './verify-transcript.js';

const failed = (transcript: unknown) =>
  verifyTranscript(transcript)
    .checks.filter(({ ok }) => !ok)
    .map(({ id }) => id);

function aSandboxTranscript(): Promise<Transcript> {
  const round = 1_000_000;
  const beacon = { type: 'drand' as const, chain: toChainHash(sandboxChain), round };
  const proof = { round, drand_signature: signSandboxRound(round), chain: sandboxChain };
  return aTranscript({ beacon, chain: sandboxChain }, proof);
}

describe('verifyTranscript', () => {
  it('accepts the worked vector at the level of drand', async () => {
    const verification = verifyTranscript(await aTranscript());

    expect(verification).toMatchObject({ valid: true, level: 'drand' });
    expect(verification.checks).toHaveLength(12);
  });

  it('says that a draw on another chain proves nothing about chance', async () => {
    const verification = verifyTranscript(await aSandboxTranscript());

    expect(verification).toMatchObject({ valid: true, level: 'sandbox' });
    expect(verification.doesNotProve.ko).toContain('우연에 대해서는 아무것도 증명하지 않습니다');
    expect(verification.doesNotProve.en).toContain('proves nothing about chance');
  });

  it('checks another chain as strictly as the public one', async () => {
    const transcript = await aSandboxTranscript();
    const otherRound = { ...transcript.beacon, drand_signature: signSandboxRound(1_000_001) };
    const otherChain = { ...transcript.beacon, chain: { ...sandboxChain, period: 4 } };

    expect(failed({ ...transcript, beacon: otherRound })).toContain('beacon');
    expect(failed({ ...transcript, beacon: otherChain })).toEqual(['timing', 'beacon']);
  });

  it('says that an operator draw does not prevent manipulation', async () => {
    const secret = '11'.repeat(32);
    const beacon = { type: 'operator' as const, commits: [toSecretCommit(secret)] };
    const verification = verifyTranscript(await aTranscript({ beacon }, { secrets: [secret] }));

    expect(verification).toMatchObject({ valid: true, level: 'operator' });
    expect(verification.doesNotProve.ko).toContain('조작을 막지는 못합니다');
    expect(verification.doesNotProve.en).toContain('not manipulation-proof');
  });

  it('wants the secrets of all witnesses, in their order', async () => {
    const secrets = ['11'.repeat(32), '22'.repeat(32)];
    const beacon = { type: 'witness' as const, commits: secrets.map(toSecretCommit) };
    const transcript = await aTranscript({ beacon }, { secrets });

    expect(verifyTranscript(transcript)).toMatchObject({ valid: true, level: 'witness' });
    expect(failed({ ...transcript, beacon: { secrets: secrets.toReversed() } })).toContain('beacon');
    expect(failed({ ...transcript, beacon: { secrets: secrets.slice(1) } })).toContain('beacon');
  });

  it('claims less when the commitment was shown nowhere', async () => {
    const committed = await aCommitment();
    const proof = { round: 657_413, drand_signature: roundSignature };
    const drawnAt = new Date('2023-09-15T11:01:00Z');
    const transcript = await draw({ committed, list: await aList(), proof, anchors: [], drawnAt }, deps);

    expect(verifyTranscript(transcript).doesNotProve.ko).toContain('주최자의 말뿐입니다');
    expect(verifyTranscript(await aTranscript()).doesNotProve.ko).not.toContain('주최자의 말뿐입니다');
  });

  it('refuses an anchor made when the randomness was out already', async () => {
    const committed = await aCommitment();
    const fingerprint = fingerprintOf(committed.commitment);
    const anchors = [{ kind: 'post' as const, where: 'blog', fingerprint, at: '2023-09-15T11:00:03Z' }];
    const proof = { round: 657_413, drand_signature: roundSignature };
    const drawnAt = new Date('2023-09-15T11:01:00Z');

    const late = draw({ committed, list: await aList(), proof, anchors, drawnAt }, deps);

    await expect(late).rejects.toMatchObject({ context: { checks: 'anchors' } });
  });

  it('holds the transcript to the key of the organiser, when that is known', async () => {
    const transcript = await aTranscript();
    const known = toPublicKey(deps.organiserKey);
    const other = toPublicKey(anOrganiserKey('somebody else'));

    expect(verifyTranscript(transcript, { organiserPublicKey: known }).valid).toBe(true);
    expect(verifyTranscript(transcript, { organiserPublicKey: other }).valid).toBe(false);
  });

  it('claims nothing for an invalid transcript, at whatever level', async () => {
    const transcript = { ...(await aTranscript()), seed: '00'.repeat(32) };
    const { valid, level, proves } = verifyTranscript(transcript);

    expect({ valid, level, proves: proves.en }).toEqual({
      valid: false,
      level: 'drand',
      proves: 'It proves nothing.',
    });
    expect(failed(transcript)).toEqual(['seed']);
  });

  it('does not let a promise of endless prizes exhaust it', async () => {
    const transcript = await aTranscript();
    const prizes = [{ id: 'gold', qty: Number.MAX_SAFE_INTEGER }];
    const commitment = {
      ...transcript.commitment,
      prizes,
      entries: 4_000_000_000,
      total_weight: 4_000_000_000,
    };

    expect(verifyTranscript({ ...transcript, commitment }).valid).toBe(false);
  });
});
