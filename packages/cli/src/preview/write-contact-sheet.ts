import type { Messages } from '../messages/ko.js';
import type { Asset, ContactSheet } from './contact-sheet.js';
import { contactSheetPage } from './contact-sheet-page.js';
import { policyInPage } from './contact-sheet-style.js';

/** One file that holds the page and everything on it: it can be sent to whoever decides. */
export function writeContactSheet(sheet: ContactSheet, messages: Messages): string {
  return contactSheetPage(sheet, { addressOf: toDataUri, head: policyInPage() }, messages);
}

function toDataUri({ creative, content = new Uint8Array() }: Asset): string {
  return `data:${creative.mediaType.replaceAll(' ', '')};base64,${Buffer.from(content).toString('base64')}`;
}
