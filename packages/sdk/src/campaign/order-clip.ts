import { KtEventError, toKtEventError } from '../errors/index.js';
import { chooseLooks } from '../generate/choose-designs.js';
import type { Clipping, PaintedClip } from '../generate/clipping.js';
import { showsFilm } from '../generate/film-kinds.js';
import type { Paintings } from '../generate/generate.js';
import { clipPrompt } from '../generate/painting/paint-prompt.js';
import type { Painting } from '../generate/pictures.js';
import type { ClipInspector } from '../providers/clip-inspector.js';
import type { ClipRequest, VideoModel } from '../providers/video-model.js';
import type { Picture } from '../render/index.js';
import { type Bought, lossOf } from './bought.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { isMarkWaived } from './mark-waiver.js';
import { picturesKrw } from './paint-looks.js';

type Ordered = Bought & {
  /** The name by which the provider knows it: asking for it costs nothing. */
  readonly order?: string | undefined;
};

interface Wanted {
  readonly model: VideoModel;
  /** The pictures of the campaign's looks, once they are painted. */
  readonly paintings: Promise<Paintings | undefined>;
}

interface LookRequest {
  /** Of the look. */
  readonly number: number;
  readonly request: ClipRequest;
}

/** Undefined when it is there. */
type Fetched = { readonly lost?: string };

/** As on pictures. The wording is ours. */
const aiLabel = 'AI로 만든 영상 · 실제와 다를 수 있음';
const path = 'painted/clip.mp4';

/**
 * The clip that a campaign's films begin with, ordered once and then looked after as often as need be. What cannot be had is
 * told with its reason, and our own drawing stands there. Nothing where no model is configured or no film is shown, or the
 * creatives were made without one.
 */
export async function orderClip(
  run: CampaignRun,
  paintings: Promise<Paintings | undefined>,
): Promise<Clipping | undefined> {
  const { deps, context } = run;
  const { video: model } = deps.painters;
  const campaign = await plannedCampaign(run);
  if (!model || campaign.state !== 'approved' || !showsFilm(campaign.brief)) return undefined;
  if (campaign.creatives.length > 0) return remembered(run, campaign, model);
  const item = `${model.provider}/clip`;
  context.item('generate', item, 'running');
  const code = await buy(run, campaign, { model, paintings });
  const painted = code === undefined ? await readClip(run, campaign, model) : undefined;
  const clipping = painted ? { painted } : without(model, code ?? 'PROVIDER_006');
  context.item('generate', item, painted ? 'made' : 'not_made', clipping.unpainted?.code);
  return clipping;
}

/** A process that died before it could say that the creatives are made makes them again, and buys nothing for it. */
async function remembered(
  run: CampaignRun,
  campaign: PlannedCampaign,
  model: VideoModel,
): Promise<Clipping | undefined> {
  const films = campaign.creatives.filter(({ kind }) => kind === 'video');
  const isPainted = films.some(({ paintedBy }) => paintedBy !== undefined);
  const painted = isPainted ? await readClip(run, campaign, model) : undefined;
  if (painted) return { painted };
  const unpainted = films.find((film) => film.unpainted)?.unpainted;
  return unpainted && { unpainted };
}

/** The code of why there is no clip; undefined when its file is on disk. */
async function buy(
  run: CampaignRun,
  campaign: PlannedCampaign,
  { model, paintings }: Wanted,
): Promise<string | undefined> {
  const { clipInspector: inspector, painters } = run.deps;
  if (!inspector) return 'USER_046'; // nothing here could show it: no money is spent
  const leftKrw = painters.capKrw - (await picturesKrw(run, campaign));
  if (model.priceKrw > leftKrw) return 'USER_017';
  const { number, request } = await requestOf(run, campaign);
  const first = model.wantsPicture ? await pictureOf(number, paintings) : undefined;
  if (model.wantsPicture && !first) return 'USER_098';
  const ordered = await orderOnce(run, model, { ...request, first });
  const order = ordered.order;
  if (order === undefined) return ordered.lost ?? 'PROVIDER_006';
  return (await fetchOnce(run, model, { order, inspector })).lost;
}

/** Of the look that the store publishes. */
async function requestOf({ deps }: CampaignRun, campaign: PlannedCampaign): Promise<LookRequest> {
  const { id: campaignId, brief, plan } = campaign;
  const paints = deps.painters.image !== undefined;
  const looks = chooseLooks({ brief, season: plan.season, paints }, await deps.designs());
  const number = Math.min(brief.design?.choice ?? 1, looks.length);
  const look = looks[number - 1] ?? (looks[0] as (typeof looks)[number]);
  return { number, request: clipPrompt({ campaignId, brief, plan, look, number }, deps.painters.scenes) };
}

/** Of that look; of another where it has no room for one. */
async function pictureOf(number: number, paintings: Wanted['paintings']): Promise<Picture | undefined> {
  const all = (await paintings) ?? new Map<number, Painting>();
  return [all.get(number), ...all.values()].find((one) => one?.painted)?.painted?.picture;
}

async function orderOnce(
  { context }: CampaignRun,
  model: VideoModel,
  request: ClipRequest,
): Promise<Pick<Ordered, 'order' | 'lost'>> {
  const { priceKrw } = model;
  let failure: KtEventError | undefined;
  const result = await context.effect<Ordered>('paint/clip', {
    idempotency: 'lookup',
    request: { clip: 1 },
    priceKrw,
    costKrw: ({ costKrw }) => costKrw,
    async send(_sending, signal) {
      try {
        return { costKrw: priceKrw, order: await model.order(request, signal) };
      } catch (error) {
        failure = toKtEventError(error);
        throw error;
      }
    },
    // no provider tells what was ordered: an order whose name was lost counts as paid, and is never placed again
    find: async () => ({ costKrw: priceKrw, lost: failure?.code ?? 'PROVIDER_006' }),
  });
  const order = result.state === 'acked' ? result.value.order : undefined;
  return { order, lost: lossOf(result) };
}

interface Fetching {
  readonly order: string;
  readonly inspector: ClipInspector;
}

/** Waits for what is paid for; a process that dies meanwhile leaves the order to the next. */
function fetchOnce(
  { context, deps }: CampaignRun,
  model: VideoModel,
  { order, inspector }: Fetching,
): Promise<Fetched> {
  return context.step<Fetched>('clip', async (signal) => {
    try {
      const mp4 = await model.fetch(order, signal);
      await inspector.inspect(mp4, signal);
      await deps.media.write(path, mp4);
      return {};
    } catch (error) {
      signal.throwIfAborted();
      const { code } = toKtEventError(error);
      if (code.startsWith('PROVIDER_') || code.startsWith('AUTH_')) return { lost: code };
      throw error;
    }
  });
}

async function readClip(
  { deps }: CampaignRun,
  { brief }: PlannedCampaign,
  { provider, model, mode }: VideoModel,
): Promise<PaintedClip | undefined> {
  try {
    const mp4 = await deps.media.read(path);
    const madeBy = `${provider}/${model}`;
    return { mp4, mode, madeBy, aiLabel: isMarkWaived(brief) ? undefined : aiLabel };
  } catch (error) {
    if (KtEventError.is(error)) return undefined; // it is not there
    throw error;
  }
}

function without({ provider }: VideoModel, code: string): Clipping {
  return { unpainted: { provider, code } };
}
