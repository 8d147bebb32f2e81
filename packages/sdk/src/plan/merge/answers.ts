import type { TextModel } from '../../providers/text-model.js';
import type { Json } from '../../runs/json.js';
import type { PlanModel } from '../../schema/plan.js';

export type ModelPart = PlanModel['part'];

/** Who is asked for what. Either may be missing. */
export type PlanModels = Readonly<Partial<Record<ModelPart, TextModel>>>;

/** What came of asking one model. A value rather than an interface, so that a journal can hold it. */
export type ModelAnswer =
  | { readonly state: 'answered'; readonly value: Json; readonly costKrw: number }
  | { readonly state: 'failed' | 'not_asked'; readonly code: string; readonly costKrw: number };

export type ModelAnswers = Readonly<Partial<Record<ModelPart, ModelAnswer>>>;

export const parts: readonly ModelPart[] = ['proposal', 'copy'];
