import type { KeyStatus, Rotated } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines } from './layout.js';

export function keyStatusView({ masterKeys, campaigns }: KeyStatus, messages: Messages): string {
  return lines(
    bullet('·', messages.keys.masters(masterKeys)),
    ...campaigns.map((campaign) => campaignView(campaign, messages)),
  );
}

function campaignView(
  { name, keyVersion, dataKeys, newestIndex }: KeyStatus['campaigns'][number],
  { keys }: Messages,
): string {
  const remarks = [
    keys.version(keyVersion),
    ...(dataKeys > 1 ? [keys.olderData(dataKeys - 1)] : []),
    ...(newestIndex ? [] : [keys.olderIndex]),
  ];
  return bullet(remarks.length === 1 ? '✔' : '!', `${name}: ${remarks.join(', ')}`);
}

export function rotatedView(
  { resealed, keyVersion, olderKeysDestroyed }: Rotated,
  { keys }: Messages,
): string {
  return lines(
    bullet('✔', keys.dataRotated(resealed, keyVersion)),
    olderKeysDestroyed ? undefined : bullet('!', keys.olderKept, 2),
  );
}
