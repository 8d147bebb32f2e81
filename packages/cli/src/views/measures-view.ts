import type { Measured } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet } from './layout.js';

/** What each channel tells of its publication. A figure that it does not tell is left out, never 0. */
export function measuresView(
  { measured }: { readonly measured: readonly Measured[] },
  messages: Messages,
): string {
  const { measures: words } = messages;
  if (measured.length === 0) return words.none;
  return measured
    .map(({ channel, metrics }) => {
      const figures = Object.entries(metrics).map(([name, count]) => `${words.names[name] ?? name} ${count}`);
      const told = figures.length > 0 ? figures.join(' · ') : words.notYet;
      return bullet('·', `${messages.channel[channel]}: ${told}`);
    })
    .join('\n');
}
