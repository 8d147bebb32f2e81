import { expect, it } from 'vitest';
import { aCommitment, aList, anEntry, aTranscript } from './__fixtures__/demo-draw.js';
import { verifyInclusion } from './verify-inclusion.js';

const { commitment } = await aCommitment();
const list = await aList();
const tickets = Array.from({ length: list.total }, (_, ticket) => ticket);

it('shows every participant that they were in the list with their weight', async () => {
  for (const ticket of tickets) {
    const { path, ...entry } = await list.holderOf(ticket);
    expect(verifyInclusion(entry, path, commitment)).toBe(true);
  }
});

it('shows nobody anything they were not', async () => {
  const { path, ...entry } = await list.holderOf(0);
  const { results } = await aTranscript();
  const otherPath = results[0]?.path ?? [];

  expect(verifyInclusion({ ...entry, weight: entry.weight + 1 }, path, commitment)).toBe(false);
  expect(verifyInclusion({ ...entry, weight: 0 }, path, commitment)).toBe(false);
  expect(verifyInclusion({ ...entry, ownerTag: anEntry(9).ownerTag }, path, commitment)).toBe(false);
  expect(verifyInclusion(anEntry(9), path, commitment)).toBe(false);
  expect(verifyInclusion(entry, otherPath, commitment)).toBe(false);
  expect(verifyInclusion(entry, path, { ...commitment, event_id: 'evt-other' })).toBe(false);
});
