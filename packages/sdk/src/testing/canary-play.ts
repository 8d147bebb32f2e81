import { inspect } from 'node:util';
import type { CampaignStatus } from '../campaign/campaign-status.js';
import type { KtEvent } from '../kt-event.js';
import type { Brief } from '../schema/brief.js';

/** People who take part. */
export const guests = ['가온누리', '나래울림', '다솔마루', '라온하제'].map((name, no) => ({
  name,
  phone: `0107700481${no}`,
}));
/** A guest's phone, as the store must not know it. */
export const guestPhone = '01077004810';

/** A value in every form in which somebody might print it. */
export function inEveryForm(value: unknown): string {
  const cause = value instanceof Error && value.cause !== undefined ? inEveryForm(value.cause) : '';
  const lines = value instanceof Error ? [value.message, value.stack, `${value}`] : [];
  return [...lines, inspect(value, { depth: 10 }), JSON.stringify(value), cause].join('\n');
}

/** A campaign waits a handful of times; what fails for good is tried again. */
const mostSteps = 60;

/** From the brief to the end, whatever fails on the way. @returns the state at the end */
export async function playThrough(
  ktEvent: KtEvent,
  brief: Brief,
  hear: (what: unknown) => void,
  advanceTo: (at: Date) => void,
): Promise<string> {
  const { id } = await ktEvent.create(brief);
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  for (let step = 0; step < mostSteps; step += 1) {
    await ktEvent.advance(id, { again: step > 0 }).catch(hear);
    const status = await ktEvent.status(id);
    await look(ktEvent, status, hear);
    if (status.run?.state === 'ended') return status.campaign.state;
    for (const { id } of status.effects.filter(({ state }) => state === 'parked'))
      await ktEvent.resolveEffect(id, false).then(hear, hear);
    if (status.run?.wakeAt !== undefined) advanceTo(new Date(status.run.wakeAt));
  }
  throw new Error('the campaign never ends');
}

/** What an owner would look at. */
async function look(ktEvent: KtEvent, status: CampaignStatus, hear: (what: unknown) => void): Promise<void> {
  const { id, slug, state } = status.campaign;
  hear(status);
  hear(await ktEvent.providers());
  hear(await ktEvent.list());
  await ktEvent.previewDistribution(id).then(hear, hear);
  await ktEvent.refreshPublications(id).then(({ failures }) => failures.forEach(hear), hear);
  if (state === 'open') await enter(ktEvent, slug, hear);
}

/** Everybody takes part, first with what is refused. */
async function enter(ktEvent: KtEvent, slug: string, hear: (what: unknown) => void): Promise<void> {
  const agreed = { consent: true, overFourteen: true, marketingConsent: false } as const;
  for (const { name, phone } of guests) {
    const wrong = [
      { ...agreed, name: name.repeat(20), phone },
      { ...agreed, name, phone: phone.repeat(3) },
      { ...agreed, name, phone: `${phone}00` },
      { ...agreed, name, phone, visitCode: `${phone}${phone}` },
      { ...agreed, name, phone, visitCode: phone },
      { ...agreed, name, phone, consent: phone as unknown as true },
    ];
    for (const entry of [...wrong, { ...agreed, name, phone }]) {
      const idempotencyKey = `request-of-person-${phone.slice(-1)}`;
      await ktEvent.participate(slug, entry, { idempotencyKey }).then(hear, hear);
    }
  }
}
