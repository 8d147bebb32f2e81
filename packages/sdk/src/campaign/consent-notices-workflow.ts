import { type ConsentNotice, consentText, toConsentNotice } from '../notify/consent-text.js';
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

/** Tells people what became of their consent or of taking it back, or asks whether it stands: once each, by day. */
export function createConsentNoticesWorkflow(
  deps: CampaignDeps,
  findWhom: (campaign: Campaign) => Promise<string[]>,
): WorkflowDefinition<ConsentInput> {
  return {
    ...consentNoticesDefinition,
    async run(context, { campaignId, notice: asked }) {
      const notice = toConsentNotice(asked);
      const whom = await context.step(whomKey, async () => {
        const until = new Date(deps.now().getTime() + tryingMs).toISOString();
        return { ids: await findWhom(await requireCampaign(deps.store, campaignId)), until };
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
  const letters = await lettersOf(await campaign(), batch, deps);
  if (letters.all.length === 0) return;
  const result = await send(context, messenger, letters, batch);
  const isOver = at.toISOString() >= batch.until || result.state === 'acked' || result.state === 'confirmed';
  if (!isOver && mayPass(result.error.code))
    throw new Suspension('notify', new Date(at.getTime() + retryPauseMs));
}

interface Letters {
  /** To everybody of the batch whose phone is still kept: what was sent before is looked up by them. */
  readonly all: readonly Message[];
  /** Without those who took their consent back since: they are told of that instead. */
  readonly wanted: readonly Message[];
}

async function lettersOf(
  { id, brief }: Campaign,
  { ids, notice }: Batch,
  { store, openPerson }: CampaignDeps,
): Promise<Letters> {
  const batch = new Set(ids);
  const entries = (await store.persons.consenters(id)).filter((entry) => batch.has(entry.id));
  const all = await Promise.all(
    entries.map(async (entry) => {
      const { phone } = await openPerson(entry);
      const day = dayOf(entry.receivedAt);
      const withdrawnOn = entry.marketingWithdrawnAt && dayOf(entry.marketingWithdrawnAt);
      const text = consentText(notice, { store: brief.store, day, withdrawnOn });
      return { key: entry.id, phone, text };
    }),
  );
  const stands = new Set(entries.flatMap((one) => (one.marketingWithdrawnAt ? [] : [one.id])));
  return { all, wanted: all.filter(({ key }) => stands.has(key) !== (notice === 'withdrawal')) };
}

function send(
  context: RunContext,
  messenger: Messenger,
  { all, wanted }: Letters,
  { campaignId, notice, ids, key }: Batch,
): Promise<EffectResult<ConsentRow[]>> {
  const find = messenger.find?.bind(messenger);
  const rows = (deliveries: Awaited<ReturnType<Messenger['send']>>): ConsentRow[] =>
    deliveries.map(({ key: entryId, accepted, kind, reason }) => ({ key: entryId, accepted, kind, reason }));
  return context.effect<ConsentRow[]>(key, {
    idempotency: messenger.idempotency,
    quietMs: messenger.quietMs,
    priceKrw: messenger.priceKrw(wanted),
    request: { campaignId, notice: `consent-${notice}`, people: [...ids] },
    send: async ({ reference }, signal) =>
      wanted.length === 0 ? [] : rows(await messenger.send(wanted, reference, signal)),
    ...(find && {
      find: async ({ reference }, signal) => {
        const deliveries = await find(all, reference, signal);
        return deliveries && rows(deliveries);
      },
    }),
  });
}
