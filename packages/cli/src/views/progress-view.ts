import type { Messages } from '../messages/ko.js';

export interface ProgressItem {
  readonly item: string;
  readonly state: string;
  readonly note?: string | undefined;
}

/** A stage's name and what it has dealt with so far. */
export function progressView(stage: string, items: readonly ProgressItem[], messages: Messages): string {
  return [stageName(stage, messages), ...items.map((item) => itemView(item, messages))].join('\n');
}

function itemView({ item, state, note: code }: ProgressItem, messages: Messages): string {
  const note = [saidOf(state, messages), code].filter(Boolean).join(' ');
  return `  ${markOf(state)} ${itemName(item, messages)}${note ? `  ${note}` : ''}`;
}

/** What is not plain from the mark alone: a stage can end while channels are still looking at what they were sent. */
function saidOf(state: string, { notMade, publicationState }: Messages): string | undefined {
  if (state === 'not_made') return notMade;
  return isWithChannel(state) ? publicationState[state] : undefined;
}

const isWithChannel = (state: string): state is 'submitted' | 'in_review' | 'scheduled' =>
  ['submitted', 'in_review', 'scheduled'].includes(state);

export function stageName(stage: string, { stage: names }: Messages): string {
  return names[stage] ?? stage;
}

/** `instagram/image` by the names people use; what has no such name comes as it is. */
function itemName(item: string, { channel, creative, modelName, planning }: Messages): string {
  const names: Readonly<Record<string, string>> = { ...channel, ...creative, ...modelName, ...planning.part };
  return item
    .split('/')
    .map((part) => names[part] ?? part)
    .join(' ');
}

function markOf(state: string): string {
  if (['failed', 'rejected'].includes(state)) return '✖';
  if (['in_doubt', 'parked'].includes(state)) return '?';
  if (['held', 'not_made', 'not_asked'].includes(state)) return '–';
  if (['waiting', 'started', 'running', 'preparing', 'sending', 'asking'].includes(state)) return '…';
  if (isWithChannel(state)) return '…';
  return '✔';
}
