import type { DatedModel } from '../../model/dated-model.js';
import { obedientModels } from '../../model/obedience.js';

export const anthropicModels: readonly DatedModel[] = [
  { id: 'claude-sonnet-5-5' },
  { id: 'claude-haiku-5-5' },
  { id: 'claude-opus-5-5' },
  { id: 'claude-fable-5-2' },
  { id: 'claude-mythos-5-2' },
  { id: 'claude-fable-5-1' },
  { id: 'claude-mythos-5-1' },
  { id: 'claude-sonnet-5' },
  { id: 'claude-fable-5' },
  { id: 'claude-mythos-5' },
  { id: 'claude-opus-5' },
  { id: 'claude-opus-4-8' },
  { id: 'claude-opus-4-7' },
  { id: 'claude-opus-4-6' },
  { id: 'claude-sonnet-4-6' },
  { id: 'claude-haiku-4-5' },
  { id: 'claude-opus-4-5' },
  { id: 'claude-sonnet-4-5', endsOn: '2026-11-30' },
  { id: 'claude-sonnet-4-5-20250929', endsOn: '2026-11-30' },
  { id: obedientModels.fenced },
  { id: obedientModels.captured },
];
