import type { KtEvent, KtEventError } from '@kt-event/sdk';
import type { FastifyRequest } from 'fastify';
import { fieldWords } from '../pages/field-words.js';
import { visitorWords } from '../pages/visitor-words.js';
import { findCampaign } from './find-campaign.js';
import { readPlace } from './read-place.js';
import type { ShowEntryPage } from './show-entry-page.js';

/** The page that answers a failed form, when the form can be corrected or sent again as it is. */
export type ReturnForm = (error: KtEventError, request: FastifyRequest) => Promise<string | undefined>;

/**
 * Gives a refused form back with all that was typed in it and its key, so that nobody types twice and nobody enters
 * twice. What was typed goes back to whoever sent it, into no address and no log.
 */
export function createReturnForm(ktEvent: Pick<KtEvent, 'find'>, show: ShowEntryPage): ReturnForm {
  return async (error, request) => {
    const { body } = request;
    const [path = '', query = ''] = request.url.split('?', 2);
    const slug = /^\/e\/([a-z0-9]{4,16})\/entries$/.exec(path)?.[1];
    if (slug === undefined || !isForm(body) || !isWorthReturning(error)) return undefined;
    const campaign = await findCampaign(ktEvent, slug);
    if (campaign.state !== 'open') return undefined;
    const form = { values: body, words: visitorWords(error), wrong: fieldWords(error.issues) };
    return show(campaign, { form, place: readPlace(new URLSearchParams(query).get('from')) });
  };
}

/** What a person can correct, and what passes by itself. */
function isWorthReturning({ code, issues, spec }: KtEventError): boolean {
  return (
    code === 'USER_058' ||
    code === 'USER_063' ||
    (code === 'USER_001' && issues.some(({ path }) => path.length > 0)) ||
    [503, 504].includes(spec.httpStatus)
  );
}

/** Fields of a browser, each once. A program that sends JSON does not ask for a page. */
function isForm(body: unknown): body is Readonly<Record<string, string>> {
  return (
    typeof body === 'object' &&
    body !== null &&
    Object.values(body).every((value) => typeof value === 'string')
  );
}
