import { type DrawRecord, drawsLots, UserError, type Verification } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions, SetOptions } from '../app-options.js';
import { undocumented } from '../openapi.js';
import { drawPage } from '../pages/draw-page.js';
import type { PlannedCampaign } from '../pages/planned-campaign.js';
import { problemResponses } from '../problem-schema.js';
import { allowScripts } from '../security-headers.js';
import { findCampaign } from './find-campaign.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

interface DrawRoute {
  Params: { slug: string };
}

const page = '/draws/:slug';
const certificateFile = '/draws/:slug/certificate.pdf';
const inclusionFile = '/draws/:slug/inclusion/:entryId';

/** From one address in a minute: a family looks for itself, a search for other people's numbers does not get far. */
const inclusionsPerMinute = 30;

/** The public proof of a draw. */
export function drawRoutes(
  app: FastifyInstance,
  { ktEvent, now }: Pick<SetOptions, 'ktEvent' | 'now'>,
): void {
  const verifyOnce = createVerifier(ktEvent);
  const printOnce = createPrinter(ktEvent);

  app.get<DrawRoute>(page, undocumented, async ({ params }, reply) => {
    const { campaign, draw } = await find(ktEvent, params.slug);
    const verification = draw && verifyOnce(draw);
    const anchors = draw && !draw.transcript ? await ktEvent.anchors(campaign.id) : [];
    allowScripts(reply);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return drawPage({ campaign, draw, anchors, verification, now: now() });
  });

  app.get<DrawRoute>(certificateFile, undocumented, async ({ params }, reply) => {
    const { campaign, draw } = await find(ktEvent, params.slug);
    if (!draw?.transcript) throw new UserError('USER_002', { what: 'transcript', id: params.slug });
    reply.type('application/pdf').header('cache-control', 'no-cache');
    return Buffer.from(await printOnce(campaign.id, draw.voided !== undefined));
  });

  app.get<{ Params: { slug: string; entryId: string } }>(
    inclusionFile,
    {
      schema: inclusionSchema,
      config: { rateLimit: { max: inclusionsPerMinute, timeWindow: '1 minute' } },
    },
    async ({ params }, reply) => {
      const { campaign } = await find(ktEvent, params.slug);
      reply.header('cache-control', 'no-store');
      return ktEvent.inclusion(campaign.id, params.entryId);
    },
  );

  signedFiles(app, ktEvent);
  for (const url of [page, certificateFile, inclusionFile]) refuseOtherMethods(app, url, ['GET', 'HEAD']);
}

interface Found {
  readonly campaign: PlannedCampaign;
  readonly draw: DrawRecord | undefined;
}

async function find(ktEvent: AppOptions['ktEvent'], slug: string): Promise<Found> {
  const campaign = await findCampaign(ktEvent, slug);
  if (!drawsLots(campaign.brief.entry)) throw new UserError('USER_002', { what: 'draw', id: slug });
  return { campaign, draw: await ktEvent.draw(campaign.id) };
}

/** What the organiser has signed, as anybody can keep it. */
function signedFiles(app: FastifyInstance, ktEvent: AppOptions['ktEvent']): void {
  function file(name: string, summary: string, read: (found: Found) => unknown): void {
    const url = `${page}/${name}.json`;
    app.get<DrawRoute>(url, { schema: documented(summary) }, async ({ params }, reply) => {
      const value = await read(await find(ktEvent, params.slug));
      if (value === undefined) throw new UserError('USER_002', { what: name, id: params.slug });
      reply.header('cache-control', 'no-cache');
      return value;
    });
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
  }

  file('commitment', 'The signed commitment, published before the draw', ({ draw }) => draw?.commitment);
  file('transcript', 'All that is needed to check the draw', ({ draw }) => draw?.transcript);
  file('void', 'That the draw does not hold; absent while it holds', ({ draw }) => draw?.voided);
  file('audit-heads', 'Signed heads of the audit chain, to be compared later', async ({ campaign }) => ({
    heads: (await ktEvent.auditChain(campaign.id)).heads,
  }));
}

const documented = (summary: string) => ({
  summary,
  params: z.object({ slug: z.string().describe('Last part of the address of the entry page') }),
  response: {
    200: { description: summary, content: { 'application/json': { schema: z.looseObject({}) } } },
    ...problemResponses(['USER_002', 'USER_014']),
  },
});

const inclusionSchema = {
  summary: 'Where an entry stands in the committed list, with the way to the root',
  params: z.object({
    slug: z.string().describe('Last part of the address of the entry page'),
    entryId: z.string().describe('Number of the entry, from its receipt'),
  }),
  response: {
    200: { description: 'The place', content: { 'application/json': { schema: z.looseObject({}) } } },
    ...problemResponses(['USER_002', 'USER_014', 'USER_090', 'USER_091']),
  },
};

/** A transcript never changes, and judging one takes far longer than sending the verdict. */
function createVerifier({ verify }: Pick<AppOptions['ktEvent'], 'verify'>) {
  const verdicts = new Map<string, Verification>();
  return ({ campaignId, transcript }: DrawRecord): Verification | undefined => {
    if (!transcript) return undefined;
    const verdict = verdicts.get(campaignId) ?? verify(transcript);
    verdicts.set(campaignId, verdict);
    return verdict;
  };
}

/** The last certificates asked for: to set one takes far longer than to send it, and a crowd asks for the same one. */
const keptCertificates = 16;

function createPrinter({ drawCertificate }: Pick<AppOptions['ktEvent'], 'drawCertificate'>) {
  const printed = new Map<string, Promise<Uint8Array>>();
  return (campaignId: string, isVoid: boolean): Promise<Uint8Array> => {
    const key = `${campaignId} ${isVoid}`;
    const known = printed.get(key);
    if (known !== undefined) return known;
    const made = drawCertificate(campaignId);
    printed.set(key, made);
    made.catch(() => printed.delete(key));
    const [oldest] = printed.keys();
    if (printed.size > keptCertificates && oldest !== undefined) printed.delete(oldest);
    return made;
  };
}
