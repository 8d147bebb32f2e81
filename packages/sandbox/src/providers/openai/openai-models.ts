import { type DatedModel, findServedModel } from '../../model/dated-model.js';
import { obedientModels } from '../../model/obedience.js';
import { refuseOpenai } from './openai-error.js';

const ends = (endsOn: string, ...ids: readonly string[]): readonly DatedModel[] =>
  ids.map((id) => ({ id, endsOn }));
const current = (...ids: readonly string[]): readonly DatedModel[] => ids.map((id) => ({ id }));

/** Deprecation tables as read on 2026-11-20; the dead ones stay, so that a dead default is noticed. */
export const chatModels: readonly DatedModel[] = [
  ...current(obedientModels.fenced, obedientModels.captured),
  ...current('gpt-6-astra', 'gpt-6.1-sol', 'gpt-6.1-terra', 'gpt-6-sol', 'gpt-6-luna'),
  ...current(
    'gpt-5.6-sol',
    'gpt-5.6-terra',
    'gpt-5.6-luna',
    'gpt-5.5',
    'gpt-5.4',
    'gpt-5.4-mini',
    'gpt-5.4-nano',
  ),
  ...ends('2026-12-11', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5-pro', 'o3'),
  ...ends('2027-01-14', 'gpt-4o', 'gpt-4o-mini', 'gpt-4.1', 'gpt-4.1-mini'),
  ...ends('2027-04-01', 'gpt-5.1'),
  ...ends('2026-10-23', 'gpt-3.5-turbo', 'gpt-4', 'gpt-4-turbo', 'o1', 'o3-mini', 'o4-mini', 'gpt-4.1-nano'),
];

export const imageModels: readonly DatedModel[] = [
  ...current('gpt-image-2', 'gpt-image-2.5-sunburst', 'gpt-image-2.5-flare'),
  ...current('gpt-image-2.6-sunburst', 'gpt-image-2.6-flare'),
  ...ends('2026-12-01', 'gpt-image-1-mini', 'gpt-image-1.5', 'chatgpt-image-latest'),
  ...ends('2026-10-23', 'gpt-image-1'),
  ...ends('2026-05-12', 'dall-e-2', 'dall-e-3'),
];

/** The model when it is still served, else the refusal of a client with a dead default. */
export function checkModel(models: readonly DatedModel[], id: unknown, at: Date): string {
  const model = findServedModel(models, id, at);
  return (
    model?.id ?? refuseOpenai(404, `The model '${String(id)}' does not exist`, 'model', 'model_not_found')
  );
}
