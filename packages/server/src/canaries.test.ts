import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KtEvent, StoreError } from '@kt-event/sdk';
import { canariesOfPeople, canaryPeople, createCanaryScanner, scanFolder } from '@kt-event/sdk/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CanaryHouseOptions, playCanaryHouse } from './testing/canary-house.js';

const scan = createCanaryScanner(canariesOfPeople);
const [first] = canaryPeople;

/** What the process has printed and its server has told; the server keeps no log of requests. */
let log: string[];
beforeEach(() => {
  log = [];
  const note = (text: string | Uint8Array) => log.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(note);
  vi.spyOn(process.stderr, 'write').mockImplementation(note);
});
afterEach(() => vi.restoreAllMocks());

/** Plays a lottery with fifty people over HTTP, and names whatever is found of them. */
async function leaksOf(options: CanaryHouseOptions): Promise<{ found: string[]; heard: number }> {
  const house = await playCanaryHouse(options, log);
  try {
    const places = { log: house.log, shown: house.shown };
    const said = Object.entries(places).flatMap(([place, text]) =>
      scan(text).map((name) => `${place}: ${name}`),
    );
    const files = scanFolder(house.folder, scan);
    const end = house.state === 'drawn' ? [] : [`the campaign is ${house.state}`];
    return { found: [...said, ...files, ...end], heard: house.log.length };
  } finally {
    await house.close();
  }
}

describe('a server that fifty people have used', { timeout: 120_000 }, () => {
  it.each([
    ['nobody tells the winners but the owner', {}],
    ['the messenger fails with everybody in its mouth', { messenger: 'sandbox' }],
  ] as const)(
    'has none of them in its log, its figures, its journal, its outbox or any file when %s',
    async (_, options) => {
      const { found, heard } = await leaksOf(options);

      expect(found).toEqual([]);
      expect(heard).toBeGreaterThan(1_000);
    },
  );

  it('would be caught keeping a log of requests, and telling of a failure with what was typed', async () => {
    const { found } = await leaksOf({
      spoil: (right, folder) => writeRequests(failWithTheInput(right), folder),
    });

    expect(found).toContain('requests.log: phone of 0, with dashes (plain)');
    expect(found).toContain('requests.log: name of 49 (json)');
    expect(found).toContain('log: phone of 0, with dashes (plain)');
    expect(found).toContain('log: name of 0 (plain)');
  });
});

function writeRequests(right: KtEvent, folder: string): KtEvent {
  return {
    ...right,
    participate(slug, input, options) {
      const line = JSON.stringify({ level: 10, req: input }).replace(/[^ -~]/g, toEscape);
      appendFileSync(join(folder, 'requests.log'), `${line}\n`);
      return right.participate(slug, input, options);
    },
  };
}

const toEscape = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

function failWithTheInput(right: KtEvent): KtEvent {
  return {
    ...right,
    participate(slug, input, options) {
      if (input.phone !== first?.phone) return right.participate(slug, input, options);
      const cause = new Error(`cannot insert ${JSON.stringify(input)}`);
      return Promise.reject(new StoreError('STORE_005', { reason: 'EIO' }, { cause }));
    },
  };
}
