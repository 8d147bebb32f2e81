import { dayOf } from '@kt-event/sdk';
import { exampleCampaign } from '../campaign-file/example-campaign.js';
import { parseCampaign } from '../campaign-file/parse-campaign.js';
import type { CommandContext } from '../context.js';
import { practise } from '../practise.js';

/** Has a right check digit and belongs to nobody we know: some stand-ins ask for a number, as their originals do. */
const inventedNumber = '123-45-67891';

/** Rehearses the example that `init` writes. */
export async function demo(context: CommandContext): Promise<void> {
  const text = exampleCampaign({ businessNumber: inventedNumber, today: dayOf(context.now()) });
  const brief = parseCampaign(text, 'campaign.yaml');
  await practise(context, brief);
}
