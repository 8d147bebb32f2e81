import type { ApprovedTemplate } from '../messenger.js';
import type { NhnAsk } from './nhn-ask.js';
import { requireSuccess } from './nhn-error.js';
import { templatesSchema } from './nhn-message-answer.js';

/** Templates of one answer: more than a store has. */
const mostTemplates = 1_000;

/** @returns the templates of the sender profile, by their codes. The path is from memory of NHN's guide [M]. */
export async function readNhnTemplates(
  ask: NhnAsk,
  senderKey: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ApprovedTemplate>> {
  const path = `/senders/${encodeURIComponent(senderKey)}/templates`;
  const query = { pageNum: '1', pageSize: `${mostTemplates}` };
  const call = { signal, repeatable: true };
  const { header, templateListResponse } = await ask({ method: 'GET', path, query }, templatesSchema, call);
  requireSuccess(header);
  return new Map(
    (templateListResponse?.templates ?? []).map(({ templateCode, templateContent, status }) => [
      templateCode,
      { text: templateContent, approved: status === 'TSC03' },
    ]),
  );
}
