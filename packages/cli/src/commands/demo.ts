import { dayOf } from '@kt-event/sdk';
import { exampleCampaign } from '../campaign-file/example-campaign.js';
import { parseCampaign } from '../campaign-file/parse-campaign.js';
import type { CommandContext } from '../context.js';
import { practise } from '../practise.js';

/** Rehearses the example that `init` writes. */
export async function demo(context: CommandContext): Promise<void> {
  const brief = parseCampaign(exampleCampaign({ today: dayOf(context.now()) }), 'campaign.yaml');
  await practise(context, brief);
}
