import type { Parts } from './client-parts.js';
import { templateVariables } from './message-settings.js';
import { noticeTemplate } from './notify/notice-template.js';
import type { ApprovedTemplate, Messenger } from './providers/messenger.js';
import { type NoticeKind, noticeKindSchema } from './schema/notice.js';
import type { NoticeTemplate, Winning } from './winning.js';

export function noticeTemplates({ providers, media }: Parts): Pick<Winning, 'noticeTemplates'> {
  return {
    async noticeTemplates({ check = false } = {}) {
      const messenger = providers.messenger(media(''));
      const kept = check ? await messenger.approved?.() : undefined;
      return noticeKindSchema.options.map((kind) => ({
        kind,
        text: noticeTemplate(kind),
        variable: templateVariables[messenger.provider === 'nhn' ? 'nhn' : 'solapi'][kind],
        sentAs: sentAs(kind, messenger),
        ...(kept?.has(kind) && compare(kind, kept.get(kind))),
      }));
    },
  };
}

function sentAs(kind: NoticeKind, messenger: Messenger): NoticeTemplate['sentAs'] {
  if (messenger.mode === 'local') return 'none';
  const template = { name: kind, variables: {} };
  const isTemplate =
    messenger.kindOf({ key: '', phone: '', text: noticeTemplate(kind), template }) === 'alimtalk';
  return isTemplate ? 'alimtalk' : 'text';
}

function compare(
  kind: NoticeKind,
  known: ApprovedTemplate | undefined,
): Pick<NoticeTemplate, 'kept' | 'differsAt'> {
  if (!known) return { kept: 'unknown' };
  const [ours, theirs] = [noticeTemplate(kind), known.text].map((text) => text.split('\n')) as [
    string[],
    string[],
  ];
  const line = ours.concat(theirs).findIndex((_, index) => ours[index] !== theirs[index]);
  if (noticeTemplate(kind) !== known.text) return { kept: 'differs', differsAt: line + 1 };
  return { kept: known.approved ? 'same' : 'unapproved' };
}
