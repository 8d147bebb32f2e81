import { describe, expect, it } from 'vitest';
import type { Anchor, CheckId, Transcript } from '../schema/draw.js';
import { mutantsOf } from '../testing/mutants.js';
import { aTranscript } from './__fixtures__/demo-draw.js';
import { verifyTranscript } from './verify-transcript.js';

type Edit = (transcript: Transcript) => void;

const original = await aTranscript();

function edited(edit: Edit): Transcript {
  const copy = structuredClone(original);
  edit(copy);
  return copy;
}

/** Edits of what decides the winners. */
const decisionEdits: Record<string, Edit> = {
  'a result dropped': ({ results }) => results.pop(),
  'the first result dropped': ({ results }) => results.shift(),
  'a result repeated': ({ results }) => results.push(structuredClone(results[0] as never)),
  'two results swapped': ({ results }) => results.reverse(),
  'two slots swapped': ({ results }) => swapSlots(results),
  'no results': ({ results }) => results.splice(0),
  'a path shortened': ({ results }) => results[0]?.path.pop(),
  'a path lengthened': ({ results }) => results[0]?.path.push(structuredClone(results[0].path[0] as never)),
  'a path reversed': ({ results }) => results[0]?.path.reverse(),
  'a path emptied': ({ results }) => results[0]?.path.splice(0),
  'the path of another': ({ results }) => Object.assign(results[0] ?? {}, { path: results[1]?.path }),
  'a winner replaced by another': ({ results }) => Object.assign(results[1] ?? {}, { ...results[0], j: 1 }),
  'a prize dropped': ({ commitment }) => commitment.prizes.pop(),
  'prizes swapped': ({ commitment }) => commitment.prizes.reverse(),
  'a prize added': ({ commitment }) => commitment.prizes.push({ id: 'car', qty: 1 }),
  'reasons of exclusion added': ({ commitment }) => Object.assign(commitment, { excluded: { staff: 1 } }),
  'an entry log added': ({ commitment }) =>
    Object.assign(commitment, { entry_log: { size: 7, root: commitment.root } }),
  'an unknown key': (transcript) => Object.assign(transcript, { note: 'trust me' }),
  'an unknown key in a result': ({ results }) => Object.assign(results[0] ?? {}, { name: 'x' }),
  'the beacon made a secret': (transcript) =>
    Object.assign(transcript, { beacon: { secrets: ['00'.repeat(32)] } }),
  'a chain slipped in': ({ beacon }) => Object.assign(beacon, { chain: chainOfTheirs }),
  'the weight of a neighbour moved': ({ results }) => moveWeight(results[0]?.path),
};

/** Edits of the record about it. */
const recordEdits: Record<string, Edit> = {
  'an anchor dropped': ({ anchors }) => anchors.pop(),
  'anchors swapped': ({ anchors }) => anchors.reverse(),
  'an anchor added': ({ anchors }) => anchors.push({ ...(anchors[0] as Anchor), where: 'elsewhere' }),
  'the draw taken out of the audit chain': ({ audit }) => audit.records.pop(),
  'a second draw in the audit chain': ({ audit }) => audit.records.push(audit.records[1] as never),
  'a second commitment in the audit chain': ({ audit }) => audit.records.unshift(audit.records[0] as never),
  'the audit chain reversed': ({ audit }) => audit.records.reverse(),
  'the signature dropped': (transcript) => Reflect.deleteProperty(transcript, 'signature'),
};

const chainOfTheirs = {
  public_key: 'aa'.repeat(96),
  period: 3,
  genesis_time: 1,
  group_hash: 'bb'.repeat(32),
  beacon_id: 'default',
};

function swapSlots([first, second]: Transcript['results']): void {
  if (first && second) [first.slot, second.slot] = [second.slot, first.slot];
}

function moveWeight(path: Transcript['results'][number]['path'] = []): void {
  const [first, second] = path;
  if (first && second)
    Object.assign(first, { sum: first.sum + 1 }) && Object.assign(second, { sum: second.sum - 1 });
}

const mutants = mutantsOf(original);

function failedChecks(value: unknown): CheckId[] {
  const { valid, checks } = verifyTranscript(value);
  const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id);
  expect(valid).toBe(failed.length === 0);
  return failed;
}

/** Checks that the organiser can make pass, by signing a forgery again. */
const signed: CheckId[] = ['signature', 'audit'];

describe('a transcript that was tampered with', () => {
  const verdicts = mutants.map(({ path, make }) => ({
    path: path.join('.'),
    failed: failedChecks(make()),
  }));
  const survivors = (ignored: readonly CheckId[]) =>
    verdicts.filter(({ failed }) => failed.every((id) => ignored.includes(id))).map(({ path }) => path);

  it('is accepted as long as nothing is changed', () => {
    expect(failedChecks(original)).toEqual([]);
    expect(failedChecks(JSON.parse(JSON.stringify(original)))).toEqual([]);
  });

  it('is rejected whichever of its values is changed', () => {
    expect(survivors([])).toEqual([]);
    expect(verdicts.filter(({ failed }) => !failed.includes('shape')).length).toBeGreaterThanOrEqual(185);
  });

  it('is rejected even if the organiser signs it again, unless the change decides nothing', () => {
    const undecisive = /^(signature|anchors|audit)\./;

    expect(survivors(signed).filter((path) => !undecisive.test(path))).toEqual([]);
  });

  it('would get through a verifier without the check of paths, or of positions', () => {
    expect(survivors([...signed, 'paths'])).toContain('results.0.index');
    expect(survivors([...signed, 'positions'])).toContain('results.0.r');
  });

  it.each(Object.entries(decisionEdits))('is rejected with %s, signed again or not', (_what, edit) => {
    const forged = edited(edit);

    expect(forged).not.toEqual(original);
    expect(failedChecks(forged).filter((id) => !signed.includes(id))).not.toEqual([]);
  });

  it.each(Object.entries(recordEdits))('is rejected with %s', (_what, edit) => {
    const forged = edited(edit);

    expect(forged).not.toEqual(original);
    expect(failedChecks(forged)).not.toEqual([]);
  });

  it.each([undefined, null, 0, 'transcript', [], {}])('is rejected when it is %j', (value) => {
    expect(failedChecks(value)).toContain('shape');
  });
});
