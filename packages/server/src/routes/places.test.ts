import { randomUUID } from 'node:crypto';
import type { Campaign } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import { aLottery, openStage, type Stage, whileOpen } from '../testing/open-stage.js';
import { aForm, aPerson } from '../testing/requests.js';

let stage: Stage;
let app: App;
let campaign: Campaign;

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID, requestsPerMinute: 10_000 });
  campaign = await stage.publish(aLottery());
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const open = (query: string) => app.inject({ url: `/e/${campaign.slug}${query}` });

it('counts where the page was opened and entered from, and keeps it with nobody', async () => {
  const page = (await open('?from=instagram')).body;
  await open('?from=print');
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const post = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: action, headers: { 'content-type': type }, payload });
  await post(new URLSearchParams(aForm(1)).toString(), 'application/x-www-form-urlencoded');
  await post(JSON.stringify(aPerson(2)), 'application/json');

  expect(await stage.ktEvent.places(campaign.id)).toEqual([
    { place: 'instagram', opened: 1, entered: 2 },
    { place: 'print', opened: 1, entered: 0 },
  ]);
});

it('passes over a tag that somebody made up', async () => {
  const before = await stage.ktEvent.places(campaign.id);
  const page = (await open('?from=%22%3E%3Cscript%3E')).body;
  await open('?from=print&from=instagram');

  expect(page).not.toContain('?from=');
  expect(await stage.ktEvent.places(campaign.id)).toEqual(before);
});

it('gives a refused form back with the tag it came with', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: `/e/${campaign.slug}/entries?from=naver_blog`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(aForm(3, { phone: '12' })).toString(),
  });

  expect(answer.body).toContain(`action="/e/${campaign.slug}/entries?from=naver_blog"`);
});
