export { clientRef, fingerprint } from './client-ref.js';
export { createLocalDispatcher, type Dispatcher } from './dispatcher.js';
export {
  type AdvanceRunOptions,
  createEngine,
  type Engine,
  type EngineOptions,
  type StartOptions,
} from './engine.js';
export type {
  Effect,
  EffectIntent,
  EffectSettlement,
  EffectState,
  Hold,
  Idempotency,
  Journal,
  Run,
  RunChange,
  RunState,
} from './journal.js';
export type { Json } from './json.js';
export { type JobClass, priorityOf } from './priority.js';
export { replayRun } from './replay-run.js';
export type { RunEvent } from './run-event.js';
export { ParkedEffect, Suspension, Withdrawal } from './suspension.js';
export type { EffectResult, EffectSpec, RunContext, Sending, WorkflowDefinition } from './workflow.js';
