import type { EntryPageOptions } from './entry-page-options.js';

/** Whether there is a form. Between the first seconds and their lottery, an event that has nothing left is open in name only. */
export function takesEntries({ campaign, stock, at }: EntryPageOptions): boolean {
  return campaign.state === 'open' && (stock === undefined || stock.remaining > 0 || isRush(stock, at));
}

/** Whether whoever comes now takes part in the lottery of the first seconds. */
export function isRush(stock: EntryPageOptions['stock'], at: string): boolean {
  return stock?.rushUntil !== undefined && at < stock.rushUntil;
}
