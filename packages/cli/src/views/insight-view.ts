import type { Insight } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet } from './layout.js';

/** What the next plan of this store will know. */
export function insightView(insight: Insight | undefined, messages: Messages): string {
  return insight ? bullet('✔', insight.sentence) : messages.report.none;
}
