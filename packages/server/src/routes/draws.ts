import { type DrawRecord, drawsLots, UserError, type Verification } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppOptions } from '../app-options.js';
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
const commitmentFile = '/draws/:slug/commitment.json';
const transcriptFile = '/draws/:slug/transcript.json';
const certificateFile = '/draws/:slug/certificate.pdf';
const inclusionFile = '/draws/:slug/inclusion/:entryId';

/** From one address in a minute: a family looks for itself, a search for other people's numbers does not get far. */
const inclusionsPerMinute = 30;

/** The public proof of a draw. */
export function drawRoutes(app: FastifyInstance, { ktEvent }: Pick<AppOptions, 'ktEvent'>): void {
  const verifyOnce = createVerifier(ktEvent);
  const printOnce = createPrinter(ktEvent);

  async function find(slug: string): Promise<{ campaign: PlannedCampaign; draw: DrawRecord | undefined }> {
    const campaign = await findCampaign(ktEvent, slug);
    if (!drawsLots(campaign.brief.entry)) throw new UserError('USER_002', { what: 'draw', id: slug });
    return { campaign, draw: await ktEvent.draw(campaign.id) };
  }

  app.get<DrawRoute>(page, undocumented, async ({ params }, reply) => {
    const { campaign, draw } = await find(params.slug);
    const verification = draw && verifyOnce(draw);
    allowScripts(reply);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    return drawPage({ campaign, draw, verification });
  });

  app.get<DrawRoute>(
    commitmentFile,
    { schema: documented('The signed commitment, published before the draw') },
    async ({ params }) => {
      const { draw } = await find(params.slug);
      if (!draw) throw new UserError('USER_002', { what: 'commitment', id: params.slug });
      return draw.commitment;
    },
  );

  app.get<DrawRoute>(
    transcriptFile,
    { schema: documented('All that is needed to check the draw') },
    async ({ params }) => {
      const { draw } = await find(params.slug);
      if (!draw?.transcript) throw new UserError('USER_002', { what: 'transcript', id: params.slug });
      return draw.transcript;
    },
  );

  app.get<DrawRoute>(certificateFile, undocumented, async ({ params }, reply) => {
    const { campaign, draw } = await find(params.slug);
    if (!draw?.transcript) throw new UserError('USER_002', { what: 'transcript', id: params.slug });
    reply.type('application/pdf').header('cache-control', 'no-cache');
    return Buffer.from(await printOnce(campaign.id));
  });

  app.get<{ Params: { slug: string; entryId: string } }>(
    inclusionFile,
    {
      schema: inclusionSchema,
      config: { rateLimit: { max: inclusionsPerMinute, timeWindow: '1 minute' } },
    },
    async ({ params }, reply) => {
      const { campaign } = await find(params.slug);
      reply.header('cache-control', 'no-store');
      return ktEvent.inclusion(campaign.id, params.entryId);
    },
  );

  for (const url of [page, commitmentFile, transcriptFile, certificateFile, inclusionFile])
    refuseOtherMethods(app, url, ['GET', 'HEAD']);
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
  return (campaignId: string): Promise<Uint8Array> => {
    const known = printed.get(campaignId);
    if (known !== undefined) return known;
    const made = drawCertificate(campaignId);
    printed.set(campaignId, made);
    made.catch(() => printed.delete(campaignId));
    const [oldest] = printed.keys();
    if (printed.size > keptCertificates && oldest !== undefined) printed.delete(oldest);
    return made;
  };
}
