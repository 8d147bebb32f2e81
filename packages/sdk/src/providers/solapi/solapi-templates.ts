import { z } from 'zod';
import type { ApprovedTemplate } from '../messenger.js';
import { createSolapiAsk, type SolapiOptions } from './solapi-client.js';

const templatesSchema = z.object({
  templateList: z.array(z.object({ templateId: z.string(), content: z.string(), status: z.string() })),
});

/** Templates of one answer: more than a store has. */
const mostTemplates = 500;

/** @returns the AlimTalk templates of the account, by their ids. */
export async function readSolapiTemplates(
  options: SolapiOptions,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ApprovedTemplate>> {
  const ask = createSolapiAsk(options);
  const query = { limit: `${mostTemplates}` };
  const call = { signal, repeatable: true };
  const { templateList } = await ask(
    { method: 'GET', path: '/kakao/v2/templates', query },
    templatesSchema,
    call,
  );
  return new Map(
    templateList.map(({ templateId, content, status }) => [
      templateId,
      { text: content, approved: status === 'APPROVED' },
    ]),
  );
}
