import type { ProviderHealth } from '../schema/provider-health.js';

/** How the providers have been doing, for processes that did not call them. One record each, replaced as a whole. */
export interface HealthRepository {
  /** Keeps the newest record of a provider, by its `at`, in whatever order they come. */
  save(health: ProviderHealth): Promise<void>;
  /** By the name of the provider. */
  list(): Promise<ProviderHealth[]>;
}
