import type { ProgressEvent } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { type ProgressItem, progressView, stageName } from '../views/progress-view.js';
import type { Output, Write } from './output.js';
import { printable } from './printable.js';
import type { Spinner } from './spinner.js';

export interface TerminalOptions {
  readonly writeResult: Write;
  readonly writeNote: Write;
  readonly spinner: Spinner;
  readonly messages: Messages;
}

/** For people: a live list of what is being done, then the result. */
export function createTerminalOutput({ writeResult, writeNote, spinner, messages }: TerminalOptions): Output {
  const progress = createProgress(spinner, messages);
  return {
    async task(label, run) {
      progress.start(label);
      try {
        const value = await run();
        progress.end();
        return value;
      } catch (error) {
        progress.fail();
        throw error;
      }
    },
    progress: (event) => progress.listen(event),
    result: (value, view) => writeResult(`${printable(view(value, messages))}\n`),
    note: (text) => writeNote(`${printable(text)}\n`),
  };
}

/** A task shows its label until a stage speaks; from then on the stages are shown, one after another. */
function createProgress(spinner: Spinner, messages: Messages) {
  let shown: string | undefined;
  let items: ProgressItem[] = [];
  const show = (text: string): void => {
    shown = printable(text);
    spinner.show(shown);
  };
  const settle = (how: 'succeed' | 'fail', text = shown): void => {
    if (text !== undefined) spinner[how](printable(text));
    shown = undefined;
    items = [];
  };
  return {
    start: show,
    end: () => settle('succeed'),
    fail: () => settle('fail'),
    listen(event: ProgressEvent): void {
      if (event.type === 'stage:start') {
        items = [];
        show(stageName(event.stage, messages));
      } else if (event.type === 'stage:item') {
        items = [...items.filter(({ item }) => item !== event.item), event]; // its last word counts
        show(progressView(event.stage, items, messages));
      } else if (event.type === 'stage:end') {
        const took = `${stageName(event.stage, messages)} (${messages.seconds(event.durationMs)})`;
        settle(
          'succeed',
          [took, progressView(event.stage, items, messages).split('\n').slice(1)].flat().join('\n'),
        );
      }
    },
  };
}
