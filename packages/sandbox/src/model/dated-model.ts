/** A model id with the day on which it is switched off, if one is announced. Read 2026-11-20. */
export interface DatedModel {
  readonly id: string;
  readonly endsOn?: string;
}

/** Served at an instant: known and not yet switched off. */
export function findServedModel(
  models: readonly DatedModel[],
  id: unknown,
  at: Date,
): DatedModel | undefined {
  const day = at.toISOString().slice(0, 10);
  return models.find((model) => model.id === id && (model.endsOn === undefined || day < model.endsOn));
}
