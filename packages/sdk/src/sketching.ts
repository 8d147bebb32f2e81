import type { Brief } from './schema/brief.js';
import type { Creative } from './schema/creative.js';
import type { Plan } from './schema/plan.js';

export interface SketchOptions {
  /** Where the files go, absolute. */
  readonly folder: string;
  /** Told of each creative once its file is there. */
  readonly onItem?: ((creative: Creative) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The creatives of a campaign that does not exist. */
export interface Sketch {
  readonly plan: Plan;
  readonly creatives: readonly Creative[];
}

export interface Sketching {
  /**
   * Makes the creatives of a brief to look at: from the knowledge base's plan and our own templates, asking nobody and
   * storing nothing but the files. Each says that it is not real, and its code leads nowhere.
   *
   * @throws UserError `USER_001` when no plan fits the brief, `USER_022` when its texts do not fit
   */
  sketch(brief: Brief, options: SketchOptions): Promise<Sketch>;
}
