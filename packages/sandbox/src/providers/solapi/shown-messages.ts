import type { Shown } from '../../shown.js';
import { deliveredSince, type SolapiMessage } from './message.js';

/** Brand messages that friends have received: one for each group, since the first of them got it. */
export function toShown(messages: readonly SolapiMessage[], at: Date): readonly Shown[] {
  const groups = new Map<string, Shown>();
  for (const message of messages) {
    const since = deliveredSince(message, at);
    const isAdvertising = message.type.startsWith('BMS_') && !message.replaced;
    if (since && isAdvertising && !groups.has(message.groupId)) {
      groups.set(message.groupId, {
        provider: 'solapi',
        channel: 'BRAND_MESSAGE',
        externalId: message.groupId,
        text: message.text,
        media: [],
        since: since.toISOString(),
      });
    }
  }
  return [...groups.values()];
}
