import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../app.js';
import { aLottery, openStage, type Stage } from '../testing/open-stage.js';

const apiToken = 'a-token-of-thirty-two-characters';
const authorization = `Bearer ${apiToken}`;

describe('content by asynchronous request-reply', () => {
  let stage: Stage;
  let app: Awaited<ReturnType<typeof createApp>>;
  beforeEach(async () => {
    stage = await openStage();
    app = await createApp({ ktEvent: stage.ktEvent, newId: () => crypto.randomUUID(), apiToken });
  });
  afterEach(async () => {
    await app.close();
    await stage.close();
  });

  async function approvedCampaign(): Promise<string> {
    const { ktEvent } = stage;
    const { id } = await ktEvent.create(aLottery());
    const { campaign } = await ktEvent.advance(id, { until: 'plan' });
    await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
    return id;
  }

  it('answers at once where to ask, and tells how far it is until it is done', async () => {
    const id = await approvedCampaign();
    const headers = { authorization };

    const asked = await app.inject({ method: 'POST', url: `/api/events/${id}/content-generation`, headers });
    const { runId } = asked.json();
    const stream = await app.inject({ url: `/api/runs/${runId}/events`, headers });
    const shown = await app.inject({ url: `/api/runs/${runId}`, headers });

    expect(asked.statusCode).toBe(202);
    expect(asked.headers).toMatchObject({ location: `/api/runs/${runId}`, 'retry-after': '5' });
    expect(stream.headers['content-type']).toContain('text/event-stream');
    expect(stream.body).toMatch(/^event: progress\ndata: \{/);
    expect(stream.body).toMatch(/event: end\ndata: .*"state":"ended".*\n\n$/);
    expect(shown.json()).toMatchObject({ runId, campaignId: id, state: 'ended' });
    expect(shown.headers['retry-after']).toBeUndefined();
  });

  it('is for whoever holds the token', async () => {
    const id = await approvedCampaign();
    const url = `/api/events/${id}/content-generation`;
    const closed = await createApp({ ktEvent: stage.ktEvent, newId: () => crypto.randomUUID() });

    const refused = [{}, { authorization: 'Bearer of-another' }, { authorization: apiToken }].map((headers) =>
      app.inject({ method: 'POST', url, headers }),
    );
    const codes = (await Promise.all(refused)).map(({ statusCode }) => statusCode);
    const absent = await closed.inject({ method: 'POST', url, headers: { authorization } });
    await closed.close();

    expect(codes).toEqual([403, 403, 403]);
    expect(absent.statusCode).toBe(404);
  });

  it('can be stopped, and knows what it does not know', async () => {
    const headers = { authorization };
    const { runId } = await stage.ktEvent.generate(await approvedCampaign());

    const stopped = await app.inject({ method: 'DELETE', url: `/api/runs/${runId}`, headers });
    const unknown = await app.inject({ url: `/api/runs/${crypto.randomUUID()}`, headers });

    expect(['cancelled', 'ended']).toContain(stopped.json().state);
    expect(unknown.statusCode).toBe(404);
  });
});
