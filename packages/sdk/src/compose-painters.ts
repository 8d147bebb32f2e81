import type { Painters } from './campaign/painters.js';
import type { ProviderParts } from './compose-providers.js';
import type { Scenes } from './generate/painting/scenes.js';
import type { ImageSettings } from './paint-settings.js';
import type { ImageModel } from './providers/image-model.js';
import { mediaRateOf } from './providers/media-rate.js';
import { imageModelRow, type ModelCatalogue, videoModelRow } from './providers/model-catalogue.js';
import { createOpenaiImageModel } from './providers/openai/openai-image-model.js';
import { createRunwayModel } from './providers/runway/runway-model.js';
import { createSdwebuiModel } from './providers/sdwebui/sdwebui-model.js';
import { createStabilityModel } from './providers/stability/stability-model.js';
import { createVeoModel } from './providers/veo/veo-model.js';
import type { VideoModel } from './providers/video-model.js';
import { createPolicy } from './resilience/create-policy.js';
import { policyDefaults } from './resilience/policy-defaults.js';

export function composePainters(
  parts: ProviderParts,
  { catalogue, scenes }: { readonly catalogue: ModelCatalogue; readonly scenes: Scenes },
): Painters {
  const { paintCapKrw = catalogue.paintCapKrw.value } = parts.settings;
  const models = { image: imageModel(parts, catalogue), video: videoModel(parts, catalogue) };
  return { ...models, scenes, capKrw: paintCapKrw };
}

function imageModel(parts: ProviderParts, catalogue: ModelCatalogue): ImageModel | undefined {
  const { images } = parts.settings;
  if (!images) return undefined;
  const model = images.model ?? catalogue.imageDefaults[images.provider];
  const { usdPerPicture: usd, ...row } = imageModelRow(catalogue, images.provider, model);
  const { http } = parts;
  const options = {
    http,
    model,
    rate: mediaRateOf({ usd, ...row }, catalogue),
    policy: imagePolicy(parts, images),
  };
  switch (images.provider) {
    case 'sdwebui':
      return createSdwebuiModel({ ...images, ...options, checkpoint: images.model });
    case 'openai':
      return createOpenaiImageModel({ ...images, ...options });
    case 'stability':
      return createStabilityModel({ ...images, ...options });
  }
}

/**
 * A picture comes with its answer, however long it takes. A server of one's own paints one after the other: the last of a
 * campaign's three waits for those before it.
 */
function imagePolicy({ random, sleep, onEvent, elapsedMs }: ProviderParts, { provider }: ImageSettings) {
  const { jobTimeoutMs: timeoutMs = 0, concurrency, ...row } = policyDefaults.imageModel;
  const inTurn = provider === 'sdwebui';
  return createPolicy({
    name: provider,
    ...row,
    concurrency: inTurn ? 1 : concurrency,
    timeoutMs,
    budgetMs: inTurn ? 3 * timeoutMs : timeoutMs,
    random,
    sleep,
    onEvent,
    elapsedMs,
  });
}

function videoModel(parts: ProviderParts, catalogue: ModelCatalogue): VideoModel | undefined {
  const { videos } = parts.settings;
  if (!videos) return undefined;
  const model = videos.model ?? catalogue.videoDefaults[videos.provider];
  const {
    usdPerSecond: usd,
    seconds,
    wantsPicture,
    ...row
  } = videoModelRow(catalogue, videos.provider, model);
  const { http, sleep, random, onEvent, elapsedMs } = parts;
  const name = videos.provider;
  const policy = createPolicy({ name, ...policyDefaults.videoModel, random, sleep, onEvent, elapsedMs });
  const options = {
    ...videos,
    http,
    sleep,
    model,
    seconds,
    wantsPicture,
    policy,
    rate: mediaRateOf({ usd, ...row }, catalogue),
  };
  return name === 'runway' ? createRunwayModel(options) : createVeoModel(options);
}
