import { type ConsentNotice, consentText } from '../notify/consent-text.js';
import { nextSendTime } from '../notify/next-send-time.js';
import type { Message, Messenger } from '../providers/messenger.js';
import { Suspension } from '../runs/suspension.js';
import type { EffectResult, RunContext, WorkflowDefinition } from '../runs/workflow.js';
import type { Campaign } from '../schema/campaign.js';
import { dayOf } from '../schema/seoul-time.js';
import type { CampaignDeps } from './campaign-deps.js';
import { plannedCampaign } from './campaign-run.js';
import { lawfulMessenger } from './lawful-messenger.js';
import { requireCampaign } from './read-status.js';
import { mayPass, retryPauseMs } from './retry-time.js';

export const consentNoticesDefinition = { name: 'consent-notices', version: 1 } as const;

/** Key of the step that holds whom a run is for. */
export const whomKey = 'whom';

interface ConsentInput {
  readonly campaignId: string;
  readonly notice: string;
  readonly [key: string]: string;
}

interface ConsentRow {
  readonly key: string;
  readonly accepted: boolean;
  readonly [field: string]: string | boolean | undefined;
}

/** People in one request: few enough that a batch in doubt concerns a part of them only. */
const batchSize = 500;
/** How long whoever cannot be reached is tried again. Our own choice: it leaves days to call them before the term. */
const tryingMs = 3 * 86_400_000;

/** Tells people what became of their consent, or asks whether it stands: once each, by day. */
export function createConsentNoticesWorkflow(
  deps: CampaignDeps,
  findWhom: (campaign: Campaign, notice: ConsentNotice) => Promise<string[]>,
): WorkflowDefinition<ConsentInput> {
  return {
    ...consentNoticesDefinition,
    async run(context, { campaignId, notice: asked }) {
      const notice: ConsentNotice = asked === 'confirm' ? 'confirm' : 'result';
      const whom = await context.step(whomKey, async () => {
        const until = new Date(deps.now().getTime() + tryingMs).toISOString();
        return { ids: await findWhom(await requireCampaign(deps.store, campaignId), notice), until };
      });
      for (let start = 0; start < whom.ids.length; start += batchSize) {
        const ids = whom.ids.slice(start, start + batchSize);
        await tell(context, deps, {
          campaignId,
          notice,
          ids,
          until: whom.until,
          key: `told/batch-${start / batchSize}`,
        });
      }
      return { campaignId };
    },
  };
}

interface Batch {
  readonly campaignId: string;
  readonly notice: ConsentNotice;
  readonly ids: readonly string[];
  readonly until: string;
  readonly key: string;
}

async function tell(context: RunContext, deps: CampaignDeps, batch: Batch): Promise<void> {
  const at = deps.now(); // of this very attempt: a run that was interrupted by day may go on at night
  const morning = nextSendTime(at);
  if (morning > at) throw new Suspension('notify', morning);
  const campaign = () => requireCampaign(deps.store, batch.campaignId);
  const messenger = lawfulMessenger(await plannedCampaign({ campaign }), deps);
  const messages = await messagesOf(await campaign(), batch, deps);
  if (messages.length === 0) return;
  const result = await send(context, messenger, messages, batch);
  const isOver = at.toISOString() >= batch.until || result.state === 'acked' || result.state === 'confirmed';
  if (!isOver && mayPass(result.error.code))
    throw new Suspension('notify', new Date(at.getTime() + retryPauseMs));
}

/** Of those whose phone is still kept: whoever withdrew meanwhile is gone. */
async function messagesOf(
  { id, brief }: Campaign,
  { ids, notice }: Batch,
  { store, openPerson }: CampaignDeps,
): Promise<Message[]> {
  const wanted = new Set(ids);
  const entries = (await store.entries.list(id)).filter(
    (entry) => wanted.has(entry.id) && entry.sealedPhone !== '',
  );
  return Promise.all(
    entries.map(async (entry) => {
      const { phone } = await openPerson(entry);
      const day = dayOf(new Date(entry.receivedAt));
      return { key: entry.id, phone, text: consentText(notice, { store: brief.store, day }) };
    }),
  );
}

function send(
  context: RunContext,
  messenger: Messenger,
  messages: readonly Message[],
  { campaignId, notice, ids, key }: Batch,
): Promise<EffectResult<ConsentRow[]>> {
  const find = messenger.find?.bind(messenger);
  const rows = (deliveries: Awaited<ReturnType<Messenger['send']>>): ConsentRow[] =>
    deliveries.map(({ key: entryId, accepted, kind, reason }) => ({ key: entryId, accepted, kind, reason }));
  return context.effect<ConsentRow[]>(key, {
    idempotency: messenger.idempotency,
    quietMs: messenger.quietMs,
    priceKrw: messenger.priceKrw(messages),
    request: { campaignId, notice: `consent-${notice}`, people: [...ids] },
    send: async ({ reference }, signal) => rows(await messenger.send(messages, reference, signal)),
    ...(find && {
      find: async ({ reference }, signal) => {
        const deliveries = await find(messages, reference, signal);
        return deliveries && rows(deliveries);
      },
    }),
  });
}
