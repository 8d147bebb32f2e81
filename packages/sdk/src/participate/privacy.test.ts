import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
});
afterEach(() => desk.close());

describe('the disk', () => {
  const canaries = ['01098761234', '010-9876-1234', '98761234', '9876-1234', '카나리아', 'key-canary'];

  /** Every file of the store, write-ahead log included, searched for text as the database would hold it. */
  function found(words: readonly string[]): string[] {
    const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name)));
    return words.filter((word) => bytes.some((content) => content.includes(word)));
  }

  it('never holds a phone or a name in clear', async () => {
    await desk.open();
    await desk.enter({ phone: '010-9876-1234', name: '카나리아' }, 'key-0123456789abc');
    await desk.enter({ phone: '010-9876-1234', name: '카나리아' }).catch(() => undefined);
    await desk.enter({ phone: '02-9876-1234', name: '카나리아' }).catch(() => undefined);

    expect(readdirSync(desk.folder)).toContain('kt-event.db-wal');
    expect(found(canaries)).toEqual([]);
    expect(found(['latte1', 'key-0123456789abc'])).toEqual(['latte1', 'key-0123456789abc']);
  });
});
