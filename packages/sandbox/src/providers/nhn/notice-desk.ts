import type { AcceptedRequest } from '../../provider.js';
import type { SandboxResponse } from '../../response.js';
import { seededCode } from '../../seeded.js';
import type { World } from '../../world.js';
import { createKoreanByteCounter } from '../solapi/korean-bytes.js';
import { templates } from '../solapi/templates.js';
import { toSeoulText } from './brand-message.js';
import { selectPage } from './list-query.js';
import { nhnAnswer, wordsOf } from './nhn-answer.js';
import { type NoticeMessage, toAlimTalkView, toTextView } from './notice-message.js';
import { type NoticeRequest, readAlimTalk, readText, templateIds } from './notice-request.js';

export interface NoticeDesk {
  sendAlimTalk(request: AcceptedRequest): SandboxResponse;
  listAlimTalk(request: AcceptedRequest): SandboxResponse;
  listTemplates(): SandboxResponse;
  sendText(kind: 'sms' | 'lms', request: AcceptedRequest): SandboxResponse;
  listText(kind: 'sms' | 'lms', request: AcceptedRequest): SandboxResponse;
}

/** Takes notices in: AlimTalk and text messages. What becomes of them later follows from the clock. */
export function createNoticeDesk(world: World, spendKey: (request: AcceptedRequest) => void): NoticeDesk {
  const messages: NoticeMessage[] = [];
  const count = createKoreanByteCounter();
  const ofKind = (kind: NoticeMessage['kind']) => messages.filter((message) => message.kind === kind);

  /** @returns what each recipient is told; nobody is kept whom nothing is sent to. */
  function take(kind: NoticeMessage['kind'], { rows, senderGroupingKey }: NoticeRequest, at: Date) {
    const number = world.nextNumber('nhn notice');
    const stamp = toSeoulText(at).replaceAll(/\D/g, '');
    const requestId = `${stamp}${seededCode(6, world.seed, 'nhn notice', number)}${String(number).padStart(6, '0')}`;
    const results = rows.map(({ recipientNo, recipientGroupingKey, resultCode }, index) => {
      const resultMessage = wordsOf(resultCode);
      return { recipientSeq: index + 1, recipientNo, recipientGroupingKey, resultCode, resultMessage };
    });
    const taken = rows.flatMap(({ resultCode, ...row }, index) =>
      resultCode === 0
        ? [{ ...row, kind, requestId, recipientSeq: index + 1, senderGroupingKey, takenAt: at }]
        : [],
    );
    messages.unshift(...taken);
    if (taken.length > 0) {
      const channel = kind.toUpperCase();
      const reference = senderGroupingKey === null ? {} : { reference: senderGroupingKey };
      world.publish({ provider: 'nhn', channel, externalId: requestId, ...reference, at: at.toISOString() });
    }
    return { requestId, senderGroupingKey, results, code: taken.length > 0 ? 0 : -1031 };
  }

  return {
    sendAlimTalk(request) {
      spendKey(request);
      const { results, code, ...told } = take('alimtalk', readAlimTalk(request), request.at);
      return nhnAnswer(code, { message: { ...told, sendResults: results } });
    },
    listAlimTalk({ query, at }) {
      const { page, totalCount } = selectPage(ofKind('alimtalk'), query, at);
      const shown = page.map((message) => toAlimTalkView(message, at));
      return nhnAnswer(0, { messageSearchResultResponse: { messages: shown, totalCount } });
    },
    listTemplates() {
      const shown = Object.entries(templateIds).map(([templateCode, id]) => ({
        templateCode,
        templateContent: templates.find(({ templateId }) => templateId === id)?.content ?? '',
        status: 'TSC03',
        statusName: '승인',
      }));
      return nhnAnswer(0, { templateListResponse: { templates: shown, totalCount: shown.length } });
    },
    sendText(kind, request) {
      const { results, code, ...told } = take(kind, readText(request, kind, count), request.at);
      return nhnAnswer(code, { body: { data: { ...told, statusCode: '2', sendResultList: results } } });
    },
    listText(kind, { query, at }) {
      const { page, totalCount } = selectPage(ofKind(kind), query, at);
      return nhnAnswer(0, { body: { totalCount, data: page.map((message) => toTextView(message, at)) } });
    },
  };
}
