import type { FastifyInstance } from 'fastify';
import type { SetOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { visitScreenPage } from '../pages/visit-screen-page.js';
import { allowScripts } from '../security-headers.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

const url = '/v/:token';

interface ScreenRoute {
  Params: { token: string };
}

/** The store's own screen: the code of now, and the same as JSON for the page's script. */
export function visitScreenRoutes(
  app: FastifyInstance,
  { ktEvent, now }: Pick<SetOptions, 'ktEvent' | 'now'>,
): void {
  async function read(token: string) {
    const campaign = await ktEvent.openStaffPage('visit', token);
    const screen = await ktEvent.visitScreen(campaign.id);
    const leftMs = Math.max(0, Date.parse(screen.changesAt) - now().getTime());
    return { campaign, screen, leftMs };
  }

  app.get<ScreenRoute>(url, undocumented, async ({ params }, reply) => {
    const { campaign, screen, leftMs } = await read(params.token);
    const secondsLeft = Math.min(Math.ceil(leftMs / 1_000), longestSeconds);
    const page = visitScreenPage({ campaign, screen, secondsLeft });
    allowScripts(reply);
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
  });
  app.get<ScreenRoute>(`${url}/code`, undocumented, async ({ params }, reply) => {
    const { campaign, screen, leftMs } = await read(params.token);
    const { code, qr } = screen;
    reply.header('cache-control', 'no-store');
    return reply.send({ open: campaign.state === 'open', code, qr, leftMs });
  });
  refuseOtherMethods(app, url, ['GET', 'HEAD']);
  refuseOtherMethods(app, `${url}/code`, ['GET', 'HEAD']);
}

/** A page that shows a code for the day looks again now and then: the link may have been renewed. */
const longestSeconds = 600;
