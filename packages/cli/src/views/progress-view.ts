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
  const missing = state === 'not_made' ? messages.notMade : undefined;
  const note = [missing, code].filter(Boolean).join(' ');
  return `  ${markOf(state)} ${itemName(item, messages)}${note ? `  ${note}` : ''}`;
}

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
  if (['waiting', 'started', 'running', 'preparing', 'sending', 'asking', 'submitted'].includes(state))
    return '…';
  return '✔';
}
