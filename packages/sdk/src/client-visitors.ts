import type { Parts } from './client-parts.js';
import { openReceipt } from './participate/open-receipt.js';
import { humanCheckProcessors } from './providers/human-check-processors.js';
import { messageProcessors } from './providers/message-processors.js';
import type { Visiting } from './visiting.js';

export function visiting({ store, keyring, providers, media }: Parts): Visiting {
  return {
    openReceipt: (request) => openReceipt(request, { entries: store.entries, keyring }),
    processors({ brief, folder }) {
      const carrier = messageProcessors[providers.messenger(media(folder)).provider];
      const { humanCheck } = providers;
      const asksPeople = humanCheck !== undefined && brief.guards?.challenge !== 'off';
      const checker = asksPeople ? humanCheckProcessors[humanCheck.provider] : undefined;
      return [...(brief.processors ?? []), ...(carrier ? [carrier] : []), ...(checker ? [checker] : [])];
    },
  };
}
