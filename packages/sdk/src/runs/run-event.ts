/** Progress of a run. The SDK emits; whoever listens draws the spinner. */
export type RunEvent =
  | { readonly type: 'stage:start'; readonly runId: string; readonly stage: string }
  | {
      readonly type: 'stage:item';
      readonly runId: string;
      readonly stage: string;
      readonly item: string;
      readonly state: string;
      readonly note?: string | undefined;
    }
  | {
      readonly type: 'stage:end';
      readonly runId: string;
      readonly stage: string;
      readonly durationMs: number;
    };
