import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, createKtEvent } from '@kt-event/sdk';

/** Rehearsals that were interrupted, newest first. Nothing is opened where nobody has rehearsed. */
export async function findUnfinished(folder: string, output: string): Promise<Campaign[]> {
  if (!existsSync(join(folder, 'kt-event.db'))) return [];
  const ktEvent = await createKtEvent({ folder, output });
  try {
    const campaigns = await ktEvent.list();
    return campaigns.filter(({ state }) => state !== 'settled' && state !== 'cancelled');
  } finally {
    await ktEvent.close();
  }
}
