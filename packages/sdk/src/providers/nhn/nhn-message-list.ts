import { ProviderError } from '../../errors/index.js';
import { listWindows } from './list-windows.js';
import type { NhnAsk } from './nhn-ask.js';
import { requireSuccess } from './nhn-error.js';
import {
  alimTalkListSchema,
  alimTalkOutcome,
  type NhnTaken,
  textListSchema,
  textOutcome,
} from './nhn-message-answer.js';

const provider = 'nhn';
const pageSize = 1_000;
const maxPages = 100;

interface Search {
  readonly now: Date;
  /** Ours: NHN's `senderGroupingKey`. */
  readonly reference: string;
  readonly signal?: AbortSignal | undefined;
}

/** @returns the AlimTalk that carries the reference. */
export function listAlimTalk(ask: NhnAsk, search: Search): Promise<NhnTaken[]> {
  return everyPage(search, async (query) => {
    const request = { method: 'GET', path: '/messages', query } as const;
    const call = { signal: search.signal, repeatable: true };
    const { header, messageSearchResultResponse } = await ask(request, alimTalkListSchema, call);
    requireSuccess(header);
    const { messages = [], totalCount = 0 } = messageSearchResultResponse ?? {};
    const kind = 'alimtalk' as const;
    return {
      rows: messages.map((row) => ({ ...named(row), kind, outcome: alimTalkOutcome(row) })),
      totalCount,
    };
  });
}

/** @returns the text messages below a path that carry the reference. */
export function listText(
  ask: NhnAsk,
  path: string,
  kind: 'sms' | 'lms',
  search: Search,
): Promise<NhnTaken[]> {
  return everyPage(search, async (query) => {
    const call = { signal: search.signal, repeatable: true };
    const { header, body } = await ask({ method: 'GET', path, query }, textListSchema, call);
    requireSuccess(header);
    const { data = [], totalCount = 0 } = body ?? {};
    return {
      rows: data.map((row) => ({ ...named(row), kind, outcome: textOutcome(row, kind) })),
      totalCount,
    };
  });
}

interface Named {
  readonly requestId: string;
  readonly senderGroupingKey?: string | null | undefined;
  readonly recipientGroupingKey?: string | null | undefined;
}
const named = ({ requestId, senderGroupingKey, recipientGroupingKey }: Named) => ({
  requestId,
  reference: senderGroupingKey ?? '',
  key: recipientGroupingKey ?? '',
});

interface Page {
  readonly rows: readonly NhnTaken[];
  readonly totalCount: number;
}

type AskPage = (query: Readonly<Record<string, string>>) => Promise<Page>;

/** Every search that NHN allows, the latest first: all of one reference are of one time. */
async function everyPage({ now, reference }: Search, ask: AskPage): Promise<NhnTaken[]> {
  for (const window of listWindows(now)) {
    const found = await pagesOf({ ...window, senderGroupingKey: reference }, ask);
    // the filter is a saving, not a promise
    const own = found.filter((row) => row.reference === reference && row.key !== '');
    if (own.length > 0) return own;
  }
  return [];
}

async function pagesOf(query: Readonly<Record<string, string>>, ask: AskPage): Promise<NhnTaken[]> {
  const found: NhnTaken[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const { rows, totalCount } = await ask({ ...query, pageNum: `${page}`, pageSize: `${pageSize}` });
    found.push(...rows);
    if (rows.length === 0 || found.length >= totalCount) return found;
  }
  throw new ProviderError('PROVIDER_004', { provider, reason: `more than ${maxPages} pages` });
}
