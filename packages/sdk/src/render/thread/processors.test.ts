import { expect, it } from 'vitest';
import { createProcessors } from './processors.js';

/** Work that lasts until it is told to end. */
function open(count: number) {
  const processors = createProcessors(count);
  const running: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (work: 'film' | 'picture', name: string) =>
    processors.use(work, () => {
      running.push(name);
      return new Promise<void>((end) => ends.set(name, end));
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { running, start, end };
}

it('gives a film a processor beside the pictures that came before it', async () => {
  const { running, start, end } = open(2);
  const all = ['a', 'b', 'c'].map((name) => start('picture', name));
  all.push(start('film', 'film'));
  await new Promise(setImmediate);

  expect(running).toEqual(['a', 'film']);
  await end('a');
  expect(running).toEqual(['a', 'film', 'b']);
  await end('film');
  expect(running).toEqual(['a', 'film', 'b', 'c']);
  await Promise.all([end('b'), end('c'), ...all]);
});

it('uses every processor for one kind of work when there is no other', async () => {
  const { running, start } = open(3);

  for (const name of ['a', 'b', 'c', 'd']) void start('film', name);
  await new Promise(setImmediate);

  expect(running).toEqual(['a', 'b', 'c']);
});

it('gives a processor back when the work on it fails', async () => {
  const processors = createProcessors(1);
  const failing = processors.use('picture', () => Promise.reject(new Error('dark')));

  await expect(failing).rejects.toThrow('dark');
  await expect(processors.use('film', async () => 'next')).resolves.toBe('next');
});
