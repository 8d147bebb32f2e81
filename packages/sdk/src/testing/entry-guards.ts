import { randomBytes } from 'node:crypto';
import { createEntryGuards, type EntryGuards } from '../participate/guards/entry-guards.js';
import { createHumanDoor } from '../participate/guards/human-door.js';
import { createLoadMeter } from '../participate/guards/load-meter.js';
import { createPhoneCodes } from '../participate/guards/phone-codes.js';
import { createOutboxMessenger } from '../providers/outbox/outbox-messenger.js';
import { createGuardKeys } from '../security/guard-keys.js';
import type { Store } from '../store/store.js';

/** Guards that no load alarms, for desks that send no codes. */
export function quietGuards({ codes }: Pick<Store, 'codes'>): EntryGuards {
  const none = () => Promise.reject(new Error('no codes are sent here'));
  const meter = createLoadMeter({ elapsedMs: () => 0, from: Number.POSITIVE_INFINITY });
  const keys = createGuardKeys(Buffer.alloc(32, 1));
  const door = createHumanDoor({ meter, keys, randomBytes });
  return createEntryGuards({
    meter,
    door,
    phoneCodes: createPhoneCodes({
      codes,
      door,
      keys,
      randomBytes,
      engine: { start: none, advance: none },
      messengerOf: () => createOutboxMessenger({ media: { write: none, read: none } }),
    }),
    turnedAway: { add: () => undefined },
  });
}
