import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '@kt-event/sdk';

/** Paths of the winners' pages, read where the owner reads them who sends the messages by hand. */
export async function winnerLinks({ folder }: Pick<Campaign, 'folder'>): Promise<string[]> {
  const notices = join(folder, 'outbox/notices');
  const texts = await Promise.all(
    (await readdir(notices)).map((name) => readFile(join(notices, name), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(/\/w\/[\w-]{24}/g)].map(([path]) => path));
}
