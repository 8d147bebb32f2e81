export { type Outcome, outcomeOf, ProviderError } from '../errors/index.js';
export { createPolicy } from './create-policy.js';
export { createHealthWatch, type HealthWatch, type HealthWatchOptions } from './health-watch.js';
export { type PolicyDefaults, type ProviderKind, policyDefaults } from './policy-defaults.js';
export type { PolicyEvent } from './policy-event.js';
export type { PolicyOptions } from './policy-options.js';
export type { Call, CallOptions, Policy } from './policy-type.js';
export { withFallback } from './with-fallback.js';
export { type Deadline, withTimeout } from './with-timeout.js';
