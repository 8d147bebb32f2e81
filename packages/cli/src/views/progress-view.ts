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

export function itemView({ item, state, note }: ProgressItem, messages: Messages): string {
  return `  ${markOf(state)} ${itemName(item, messages)}${note ? `  ${note}` : ''}`;
}

export function stageName(stage: string, { stage: names }: Messages): string {
  return names[stage] ?? stage;
}

/** Channels have names of their own; other items come as they are. */
function itemName(item: string, { channel }: Messages): string {
  return Object.hasOwn(channel, item) ? channel[item as keyof typeof channel] : item;
}

function markOf(state: string): string {
  if (['failed', 'rejected'].includes(state)) return '✖';
  if (['in_doubt', 'parked'].includes(state)) return '?';
  if (['waiting', 'started', 'running', 'submitted'].includes(state)) return '…';
  return '✔';
}
