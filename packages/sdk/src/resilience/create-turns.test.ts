import { expect, it } from 'vitest';
import { createTurns } from './create-turns.js';

async function played(turn: () => Promise<void>): Promise<string[]> {
  const told: string[] = [];
  const first = turn().then(() => {
    told.push('first');
    setImmediate(() => told.push('sockets'));
  });
  const second = turn().then(() => told.push('second'));
  await Promise.all([first, second]);
  return told;
}

it('serves the sockets between one turn and the next', async () => {
  expect(await played(createTurns())).toEqual(['first', 'sockets', 'second']);
});

it('would be noticed if it did not', async () => {
  expect(await played(async () => {})).not.toEqual(['first', 'sockets', 'second']);
});
