import { join, resolve } from 'node:path';
import { createKtEvent, type KtEvent } from '@kt-event/sdk';
import { readKakaoFriends } from './config/kakao-friends.js';
import { ownTemplates } from './config/own-templates.js';

export interface OpenSettings {
  /** Where `.kt-event` and `kt-event-out` live, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where the server can be reached. @defaultValue `KT_EVENT_PUBLIC_URL`, else this machine */
  readonly publicUrl?: () => string;
  /** Takes entries in a thread of their own. @defaultValue false */
  readonly entryThread?: boolean;
  /** @defaultValue the SDK's */
  readonly now?: () => Date;
}

/** Port of `serve` when none is given. */
export const usualPort = 8787;

/** Opens the real campaigns of a folder. Rehearsals live apart. */
export async function openKtEvent({
  folder,
  environment,
  publicUrl,
  entryThread = false,
  now,
}: OpenSettings): Promise<KtEvent> {
  const configured = environment['KT_EVENT_PUBLIC_URL']?.replace(/\/$/, '');
  const local = publicUrl ?? (() => `http://localhost:${usualPort}`);
  const friends = environment['KT_EVENT_KAKAO_FRIENDS']?.trim();
  return createKtEvent({
    folder: join(folder, '.kt-event'),
    output: join(folder, 'kt-event-out'),
    environment,
    entryThread,
    templates: ownTemplates(environment, folder),
    kakaoAudience: friends ? await readKakaoFriends(resolve(folder, friends)) : [],
    publicUrl: configured ? () => configured : local,
    ...(now && { now }),
  });
}
