import type { ConsentNotice } from '../notify/consent-text.js';
import type { WorkflowDefinition } from '../runs/workflow.js';
import { whomKey } from './consent-notices-workflow.js';

export const consentsByHandDefinition = { name: 'consents-told-by-hand', version: 1 } as const;

interface ByHandInput {
  readonly campaignId: string;
  readonly notice: ConsentNotice;
  readonly [key: string]: string;
}

/** Writes down whom a person says to have told: on the telephone, or in the store. Nothing is sent. */
export function createConsentsByHandWorkflow(
  findWhom: (notice: ConsentNotice) => Promise<string[]>,
): WorkflowDefinition<ByHandInput> {
  return {
    ...consentsByHandDefinition,
    async run(context, { campaignId, notice }) {
      await context.step(whomKey, async () => ({ ids: await findWhom(notice) }));
      return { campaignId };
    },
  };
}
