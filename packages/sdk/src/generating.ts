import type { ErrorJson } from './errors/index.js';
import type { RunState } from './runs/journal.js';

/** One creative of a campaign that is being made. */
export interface GenerationItem {
  /** Such as `genie_tv/video`. */
  readonly item: string;
  readonly state: 'waiting' | 'running' | 'made' | 'not_made';
  /** How far it is, such as `40%`, or the code of what kept it from being made. */
  readonly note?: string | undefined;
}

/** How far the creatives of a campaign are. */
export interface Generation {
  readonly runId: string;
  readonly campaignId: string;
  /** `ended`, `failed` and `cancelled` stay; `waiting` goes on by itself when what failed may have passed. */
  readonly state: RunState;
  readonly createdAt: string;
  readonly items: readonly GenerationItem[];
  readonly error?: ErrorJson | undefined;
}

/** Creatives that are asked for now and made meanwhile: pictures and films at the same time, small campaigns first. */
export interface Generating {
  /**
   * Has the creatives of an approved campaign made and does not wait for them. Asking again before they are there gives
   * the same run. Ten minutes after its turn has come a run fails with `PROVIDER_008`.
   *
   * @returns The run, by a UUID.
   * @throws UserError `USER_002`, `USER_008` when nobody has approved the campaign
   */
  generate(campaignId: string): Promise<{ readonly runId: string }>;
  /** How far it is. @throws UserError `USER_002` */
  generation(runId: string): Promise<Generation>;
  /** How far it is, now and at every change, until it stays so. Ends early with the signal. @throws UserError `USER_002` */
  watchGeneration(runId: string, signal?: AbortSignal): AsyncIterable<Generation>;
  /** Stops it. What is made stays, and the campaign can be generated again. @throws UserError `USER_002` */
  cancelGeneration(runId: string): Promise<Generation>;
  /** Carries on what a process that died has left behind, and what may go on now. Does not wait for it. */
  resumeGenerations(): Promise<void>;
}
