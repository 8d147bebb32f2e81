import { diagnoseLicences } from './diagnose-licences.js';
import { diagnoseMachine } from './diagnose-machine.js';
import { diagnoseModels } from './diagnose-models.js';
import { type DiagnoseOptions, readLimits } from './diagnose-options.js';
import { diagnoseProviders } from './diagnose-providers.js';
import { type Diagnosis, ofError } from './diagnosis.js';
import type { Environment } from './environment.js';
import { createGotHttp } from './http/got-http.js';
import { readMasterKeys } from './options.js';
import { type ProviderSettings, readProviderSettings } from './provider-settings.js';
import { openModelCatalogue } from './providers/model-catalogue.js';

/**
 * Looks at everything that has to be right, and says of each what to do. Only free calls, and none that carries a key:
 * that an address answers says that it can be reached, not that its key is good. Never repeats a key. Never rejects for
 * what it finds.
 */
export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis[]> {
  const { environment, now = () => new Date(), http = createGotHttp(), offline = false } = options;
  const limits = await readLimits();
  const nodeVersion = options.nodeVersion ?? process.version;
  const machine = await diagnoseMachine({ ...options, nodeVersion }, limits);
  const licences = await diagnoseLicences({ environment, required: options.required ?? [] });
  const settings = settingsOf(environment);
  if (!('settings' in settings)) return [...machine, settings.found, ...licences];
  const known = { settings: settings.settings, now: now() };
  const providers = await diagnoseProviders({ ...known, http, offline }, limits);
  const models = diagnoseModels({ ...known, catalogue: await openModelCatalogue() });
  return [...machine, ...providers, ...licences, ...models];
}

function settingsOf(
  environment: Environment,
): { readonly settings: ProviderSettings } | { readonly found: Diagnosis } {
  try {
    readMasterKeys(environment);
    return { settings: readProviderSettings(environment) };
  } catch (error) {
    return { found: ofError('settings', error) };
  }
}
