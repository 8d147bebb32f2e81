import { join } from 'node:path';
import { createKtEvent, type KtEvent } from '@kt-event/sdk';

export interface OpenSettings {
  /** Where `.kt-event` and `kt-event-out` live, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the server can be reached. @defaultValue `KT_EVENT_PUBLIC_URL`, else this machine */
  readonly publicUrl?: () => string;
}

/** Port of `serve` when none is given. */
export const usualPort = 8787;

/** Opens the real campaigns of a folder. Rehearsals live apart. */
export function openKtEvent({ folder, environment, publicUrl }: OpenSettings): Promise<KtEvent> {
  const configured = environment['KT_EVENT_PUBLIC_URL']?.replace(/\/$/, '');
  const local = publicUrl ?? (() => `http://localhost:${usualPort}`);
  return createKtEvent({
    folder: join(folder, '.kt-event'),
    output: join(folder, 'kt-event-out'),
    environment,
    publicUrl: configured ? () => configured : local,
  });
}
