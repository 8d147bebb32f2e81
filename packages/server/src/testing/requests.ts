import type { EntryInput } from '@kt-event/sdk';
import type { App } from '../app.js';

/** Valid, and one phone for each number. */
export function aPerson(no: number, over: object = {}): EntryInput {
  const phone = `010-7700-${String(no).padStart(4, '0')}`;
  return { name: `손님${no}`, phone, consent: true, overFourteen: true, ...over };
}

/** 36 characters, as long as a UUID. */
export const aKey = (no: number): string => `key-${String(no).padStart(32, '0')}`;

export function postJson(app: App, slug: string, body: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url: `/e/${slug}/entries`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** As a browser sends the form of the page: ticked boxes as `on`, empty fields as they are. */
export function postForm(app: App, slug: string, fields: Record<string, string>) {
  return app.inject({
    method: 'POST',
    url: `/e/${slug}/entries`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html,*/*;q=0.8' },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** What a person types and ticks. */
export function aForm(no: number, over: Record<string, string> = {}): Record<string, string> {
  const { name, phone } = aPerson(no);
  return { idempotencyKey: aKey(no), name, phone, visitCode: '', overFourteen: 'on', consent: 'on', ...over };
}
