import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { nameDevice } from '../guards/device-cookie.js';
import { undocumented } from '../openapi.js';
import { allowScripts } from '../security-headers.js';
import { findCampaign } from './find-campaign.js';
import { readPlace } from './read-place.js';
import { refuseOtherMethods } from './refuse-other-methods.js';
import type { ShowEntryPage } from './show-entry-page.js';

const url = '/e/:slug';

/** By this browser only, and only to go back to: the key in the form is then still that of the entry it was sent for. */
const kept = 'private, no-cache';

/** What a participant opens: from a code, a post or a typed address. */
export function entryPageRoutes(
  app: FastifyInstance,
  { ktEvent }: Pick<AppOptions, 'ktEvent'>,
  show: ShowEntryPage,
): void {
  app.get<{ Params: { slug: string }; Querystring: { visit?: unknown; from?: unknown } }>(
    url,
    undocumented,
    async (request, reply) => {
      nameDevice(request, reply, ktEvent.devices);
      const { slug } = request.params;
      const place = readPlace(request.query.from);
      const page = await show(await findCampaign(ktEvent, slug), {
        place,
        visitCode: readVisitCode(request.query.visit),
      });
      if (place && request.method === 'GET') await ktEvent.noteOpened(slug, place);
      allowScripts(reply, page);
      return reply.type('text/html; charset=utf-8').header('cache-control', kept).send(page);
    },
  );
  refuseOtherMethods(app, url, ['GET', 'HEAD']);
}

/** What the code on the store's screen brings. Whether it is the code of now is asked when the entry is sent. */
function readVisitCode(visit: unknown): string | undefined {
  return typeof visit === 'string' && /^[0-9]{6}$/.test(visit) ? visit : undefined;
}
