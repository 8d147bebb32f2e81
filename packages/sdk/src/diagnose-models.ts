import { type Diagnosis, fine, note, warn } from './diagnosis.js';
import type { ProviderSettings } from './provider-settings.js';
import type { ModelCatalogue } from './providers/model-catalogue.js';
import { addDays, dayOf } from './schema/seoul-time.js';

interface Models {
  readonly settings: ProviderSettings;
  readonly catalogue: ModelCatalogue;
  readonly now: Date;
}

interface ChosenModel {
  readonly provider: string;
  readonly model: string;
  /** Variable of the environment that chooses it. */
  readonly variable: string;
  readonly rows: readonly {
    readonly id: string;
    readonly provider: string;
    readonly endsOn?: string | undefined;
  }[];
}

/** Models that are in use, and how long their providers will serve them. */
export function diagnoseModels({ settings, catalogue, now }: Models): Diagnosis[] {
  const today = dayOf(now);
  const soon = addDays(today, catalogue.warnDays.value);
  const chosen = chosenModels(settings, catalogue).map((chosen) => modelOf(chosen, today, soon));
  return [...chosen, ...clipsOf(settings)];
}

/** A clip that nothing here can show is not ordered: better known before somebody waits for it. */
function clipsOf({ videos, ffmpeg }: ProviderSettings): Diagnosis[] {
  if (!videos) return [];
  if (ffmpeg !== undefined)
    return [
      fine(
        'film-clip',
        'ffmpeg가 있어 영상에 클립을 넣을 수 있습니다',
        'ffmpeg is there: films can show clips',
      ),
    ];
  const { provider } = videos;
  return [
    warn(
      'film-clip',
      `ffmpeg가 없어 ${provider}에 클립을 주문하지 않습니다`,
      `No ffmpeg: no clip is ordered from ${provider}`,
      [
        'ffmpeg를 설치하거나 KT_EVENT_VIDEO_MODEL을 비우세요',
        'Install ffmpeg, or leave KT_EVENT_VIDEO_MODEL empty',
      ],
    ),
  ];
}

const paintVariables = {
  sdwebui: 'SD_WEBUI_MODEL',
  openai: 'OPENAI_IMAGE_MODEL',
  stability: 'STABILITY_MODEL',
  runway: 'RUNWAYML_MODEL',
  veo: 'VEO_MODEL',
} as const;

function chosenModels(
  { anthropic, openai, images, videos }: ProviderSettings,
  { defaults, models, imageDefaults, imageModels, videoDefaults, videoModels }: ModelCatalogue,
): ChosenModel[] {
  const text = { rows: models };
  return [
    anthropic && {
      ...text,
      provider: 'anthropic',
      model: anthropic.model ?? defaults.anthropic,
      variable: 'ANTHROPIC_MODEL',
    },
    openai && {
      ...text,
      provider: 'openai',
      model: openai.model ?? defaults.openai,
      variable: 'OPENAI_TEXT_MODEL',
    },
    images && {
      provider: images.provider,
      model: images.model ?? imageDefaults[images.provider],
      variable: paintVariables[images.provider],
      rows: imageModels,
    },
    videos && {
      provider: videos.provider,
      model: videos.model ?? videoDefaults[videos.provider],
      variable: paintVariables[videos.provider],
      rows: videoModels,
    },
  ].filter((chosen) => chosen !== undefined);
}

function modelOf({ provider, model, variable, rows }: ChosenModel, today: string, soon: string): Diagnosis {
  const id = `model.${variable}`;
  const row = rows.find((one) => one.provider === provider && one.id === model);
  if (!row)
    return note(
      id,
      `${model}: 목록에 없는 모델입니다. 가장 비싼 값으로 셈합니다`,
      `${model} is not in the list: reckoned at the highest price`,
    );
  const { endsOn } = row;
  if (endsOn === undefined || endsOn > soon)
    return fine(id, `${model}: 알려진 종료일이 가깝지 않습니다`, `${model}: no end is announced for soon`);
  const [ko, en] =
    endsOn <= today
      ? [`${endsOn}에 종료되었습니다`, `was switched off on ${endsOn}`]
      : [`${endsOn}에 종료됩니다`, `will be switched off on ${endsOn}`];
  return warn(id, `${model}은(는) ${ko}`, `${model} ${en}`, [
    `다른 모델을 고르세요 (${variable})`,
    `Choose another one (${variable})`,
  ]);
}
