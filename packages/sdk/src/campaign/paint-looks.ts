import { KtEventError, ProviderError, toKtEventError } from '../errors/index.js';
import { chooseLooks, type Look } from '../generate/choose-designs.js';
import type { Paintings } from '../generate/generate.js';
import { paintPrompt } from '../generate/painting/paint-prompt.js';
import type { Painted, Painting } from '../generate/pictures.js';
import type { ImageModel } from '../providers/image-model.js';
import { showsPicture } from '../render/design/shows-picture.js';
import type { Designs } from '../render/index.js';
import { normalisePicture } from '../render/picture/normalise-picture.js';
import { readPicture } from '../render/picture/read-picture.js';
import { type Bought, lossOf } from './bought.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { isMarkWaived } from './mark-waiver.js';

interface Asked {
  readonly model: ImageModel;
  readonly look: Look;
  readonly number: number;
  readonly campaign: PlannedCampaign;
}

/** 표시광고법, AI 기본법 §31: who sees it is told so, and that the real thing may look otherwise. The wording is ours. */
const aiLabel = 'AI로 그린 그림 · 실제와 다를 수 있음';

/**
 * The pictures of a campaign's looks, each paid for once. What cannot be had is told with its reason, and our own drawing
 * stands there. Nothing where no model is configured, or the creatives were made without one.
 */
export async function paintLooks(run: CampaignRun): Promise<Paintings | undefined> {
  const { deps, context } = run;
  const { image: model, capKrw } = deps.painters;
  const campaign = await plannedCampaign(run);
  if (!model || campaign.state !== 'approved') return undefined;
  const asked = askedOf(campaign, model, await deps.designs());
  if (campaign.creatives.length > 0) return remembered(run, asked);
  const affordable = affordableOf(asked.length, model, capKrw);
  const paintings = asked.map(async (one, index): Promise<[number, Painting]> => {
    const painting = index < affordable ? await paintOnce(run, one) : unpainted(model, 'USER_017');
    context.item('generate', itemOf(one), painting.painted ? 'made' : 'not_made', painting.unpainted?.code);
    return [one.number, painting];
  });
  return new Map(await Promise.all(paintings));
}

/** Most that the pictures of a campaign may come to, won: what else is painted has the rest. */
export async function picturesKrw({ deps }: CampaignRun, campaign: PlannedCampaign): Promise<number> {
  const { image: model, capKrw } = deps.painters;
  if (!model) return 0;
  return affordableOf(askedOf(campaign, model, await deps.designs()).length, model, capKrw) * model.priceKrw;
}

function affordableOf(count: number, { priceKrw }: ImageModel, capKrw: number): number {
  return priceKrw === 0 ? count : Math.min(count, Math.floor(capKrw / priceKrw));
}

/** The looks that have room for a picture. */
function askedOf(campaign: PlannedCampaign, model: ImageModel, designs: Designs): Asked[] {
  const { brief, plan } = campaign;
  return chooseLooks({ brief, season: plan.season, paints: true }, designs).flatMap((look, index) =>
    showsPicture(look.template) ? [{ model, look, number: index + 1, campaign }] : [],
  );
}

/** A process that died before it could say that the creatives are made makes them again, and buys nothing for it. */
async function remembered(run: CampaignRun, asked: readonly Asked[]): Promise<Paintings | undefined> {
  const paintings = new Map<number, Painting>();
  for (const one of asked) {
    const own = one.campaign.creatives.filter(({ look }) => look === one.look.template.name);
    const without = own.find(({ unpainted }) => unpainted)?.unpainted;
    const painted = own.some(({ paintedBy }) => paintedBy !== undefined) && (await readPainted(run, one));
    if (painted) paintings.set(one.number, { painted });
    else if (without) paintings.set(one.number, { unpainted: without });
  }
  return paintings.size > 0 ? paintings : undefined;
}

/** The files of what was painted, as it is drawn: whatever came from outside has been left behind. */
const pathOf = (number: number) => `painted/picture-${number}.jpg`;
const itemOf = ({ model, number }: Asked) => `${model.provider}/picture-${number}`;

async function paintOnce(run: CampaignRun, asked: Asked): Promise<Painting> {
  const { context, deps } = run;
  const { model, number, campaign } = asked;
  const { priceKrw } = model;
  let failure: KtEventError | undefined;
  context.item('generate', itemOf(asked), 'running');
  const result = await context.effect<Bought>(`paint/picture-${number}`, {
    idempotency: 'lookup',
    request: { picture: number },
    priceKrw,
    costKrw: ({ costKrw }) => costKrw,
    async send(_sending, signal) {
      try {
        const request = paintPrompt({ ...campaign, ...asked, campaignId: campaign.id }, deps.painters.scenes);
        await keep(run, asked, await model.paint(request, signal));
        return { costKrw: priceKrw };
      } catch (error) {
        failure = toKtEventError(error);
        throw error;
      }
    },
    // no provider keeps a picture that was lost, but it may have come as far as the disk
    async find() {
      if (await readPainted(run, asked)) return { costKrw: priceKrw };
      const isFree = priceKrw === 0 && !failure;
      return isFree ? undefined : { costKrw: priceKrw, lost: failure?.code ?? 'PROVIDER_006' };
    },
  });
  const painted = await readPainted(run, asked);
  const code = lossOf(result);
  return painted && code === undefined ? { painted } : unpainted(model, code ?? 'PROVIDER_006');
}

async function keep({ deps }: CampaignRun, { model, number }: Asked, bytes: Uint8Array): Promise<void> {
  const picture = await normalisePicture(bytes);
  if (!picture) {
    const reason = 'a picture that cannot be decoded or shows nothing';
    throw new ProviderError('PROVIDER_004', { provider: model.provider, reason });
  }
  await deps.media.write(pathOf(number), picture.bytes);
}

async function readPainted(
  { deps }: CampaignRun,
  { model, number, campaign }: Asked,
): Promise<Painted | undefined> {
  try {
    const picture = readPicture(await deps.media.read(pathOf(number)));
    const { provider, mode } = model;
    const madeBy = `${provider}/${model.model}`;
    return picture && { picture, mode, madeBy, aiLabel: isMarkWaived(campaign.brief) ? undefined : aiLabel };
  } catch (error) {
    if (KtEventError.is(error)) return undefined; // it is not there
    throw error;
  }
}

function unpainted({ provider }: ImageModel, code: string): Painting {
  return { unpainted: { provider, code } };
}
