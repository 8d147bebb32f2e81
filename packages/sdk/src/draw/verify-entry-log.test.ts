import { expect, it } from 'vitest';
import { anOrganiserKey, aTranscript } from './__fixtures__/demo-draw.js';
import { rootOfLeaves } from './log-appender.js';
import { signLogHead } from './log-head.js';
import { logConsistencyProof } from './log-tree.js';
import { verifyEntryLog } from './verify-entry-log.js';

const leaves = Array.from({ length: 7 }, (_, no) => no.toString(16).padStart(64, 'b'));
const range = async (start: number, end: number) => rootOfLeaves(leaves.slice(start, end));
const proofs = [await logConsistencyProof(3, 7, range)];
const whole = { size: 7, root: rootOfLeaves(leaves) };

async function heads(key = anOrganiserKey(), eventId = 'evt-demo-2026') {
  const at = new Date('2023-09-15T10:40:00Z');
  const states = [{ size: 3, root: await range(0, 3) }, whole];
  return { heads: states.map((state) => signLogHead({ eventId, ...state, at }, key)), proofs };
}

it('holds a draw to the entry log that was signed before it', async () => {
  const transcript = await aTranscript({ entryLog: whole });

  expect(verifyEntryLog(transcript, await heads())).toBe(true);
  expect(verifyEntryLog(transcript, { ...(await heads()), proofs: [[]] })).toBe(false);
  expect(verifyEntryLog(transcript, await heads(anOrganiserKey('somebody else')))).toBe(false);
  expect(verifyEntryLog(transcript, await heads(undefined, 'evt-other'))).toBe(false);
  expect(verifyEntryLog(transcript, { heads: [] })).toBe(false);
});

it('is not satisfied by a draw over another log, or over none', async () => {
  const other = await aTranscript({ entryLog: { ...whole, root: 'c'.repeat(64) } });

  expect(verifyEntryLog(other, await heads())).toBe(false);
  expect(verifyEntryLog(await aTranscript(), await heads())).toBe(false);
});
