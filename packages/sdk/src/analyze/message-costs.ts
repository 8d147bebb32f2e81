import type { MessageKind, Notice } from '../schema/notice.js';
import type { Report } from '../schema/report.js';

/** One-time codes that were sent, and what the ledger holds for them, won. */
export interface CodeCosts {
  readonly count: number;
  readonly costKrw: number;
}

type MessageCost = Report['messages'][number];

/** What really went out, by purpose and kind. What was refused, waits or is in doubt is not in it. */
export function messageCosts(notices: readonly Notice[], codes: CodeCosts): MessageCost[] {
  const sent = notices.flatMap((notice) => [...noticeCost(notice), ...reminderCost(notice)]);
  const groups = new Map<string, MessageCost>();
  for (const { purpose, kind, costKrw } of sent) {
    const name = `${purpose} ${kind ?? ''}`;
    const known = groups.get(name);
    const sum = { count: (known?.count ?? 0) + 1, costKrw: (known?.costKrw ?? 0) + costKrw };
    groups.set(name, { purpose, ...(kind && { kind }), ...sum });
  }
  const code: MessageCost[] = codes.count > 0 ? [{ purpose: 'code', ...codes }] : [];
  return [...groups.values(), ...code];
}

interface OneCost {
  readonly purpose: 'winner' | 'reminder';
  readonly kind: MessageKind | undefined;
  readonly costKrw: number;
}

function noticeCost({ state, kind, costKrw, reminder }: Notice): OneCost[] {
  if (state !== 'sent') return [];
  return [{ purpose: 'winner', kind, costKrw: costKrw - (reminder?.costKrw ?? 0) }];
}

function reminderCost({ reminder }: Notice): OneCost[] {
  if (reminder?.state !== 'sent') return [];
  return [{ purpose: 'reminder', kind: reminder.kind, costKrw: reminder.costKrw }];
}
