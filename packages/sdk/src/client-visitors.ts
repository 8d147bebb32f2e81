import type { Parts } from './client-parts.js';
import { openReceipt } from './participate/open-receipt.js';
import { printedUrl } from './printed-url.js';
import { humanCheckProcessors } from './providers/human-check-processors.js';
import { messageProcessors } from './providers/message-processors.js';
import { qrPath } from './render/qr-path.js';
import type { Visiting } from './visiting.js';

export function visiting(parts: Parts): Visiting {
  const { store, keyring, providers, media } = parts;
  return {
    openReceipt: (request) => openReceipt(request, { entries: store.entries, keyring }),
    pageQr: async (campaignId, path) => qrPath(`${await printedUrl(parts, campaignId)}${path}`),
    processors({ brief, folder }) {
      const carrier = messageProcessors[providers.messenger(media(folder)).provider];
      const { humanCheck } = providers;
      const asksPeople = humanCheck !== undefined && brief.guards?.challenge !== 'off';
      const checker = asksPeople ? humanCheckProcessors[humanCheck.provider] : undefined;
      return [...(brief.processors ?? []), ...(carrier ? [carrier] : []), ...(checker ? [checker] : [])];
    },
  };
}
