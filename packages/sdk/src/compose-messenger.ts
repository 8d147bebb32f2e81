import { randomBytes } from 'node:crypto';
import type { Http } from './http/http.js';
import type { ProviderSettings } from './provider-settings.js';
import type { Messenger } from './providers/messenger.js';
import { createNhnMessenger } from './providers/nhn/nhn-messenger.js';
import { createSolapiMessenger } from './providers/solapi/solapi-messenger.js';
import type { Policy } from './resilience/policy-type.js';

interface MessengerParts {
  readonly settings: ProviderSettings;
  readonly http: Http;
  readonly now: () => Date;
}

/** Who carries notices to people: the one that was chosen, else Solapi before NHN Cloud, else nobody. */
export function composeMessenger(
  parts: MessengerParts,
  policy: (name: string, kind: 'messenger') => Policy,
): Messenger | undefined {
  const { solapi, nhnMessages, messenger } = parts.settings;
  const isNhn = messenger === 'nhn' || (messenger === undefined && !solapi);
  if (isNhn) return nhnMessages && nhnMessenger(parts, nhnMessages, policy('nhn', 'messenger'));
  return (
    solapi &&
    createSolapiMessenger({
      ...parts,
      ...solapi,
      alimTalk: solapi.pfId === undefined ? undefined : { pfId: solapi.pfId, templates: solapi.templates },
      randomBytes,
      policy: policy('solapi', 'messenger'),
    })
  );
}

function nhnMessenger(
  { settings: { nhn }, http, now }: MessengerParts,
  { templates, ...nhnMessages }: NonNullable<ProviderSettings['nhnMessages']>,
  policy: Policy,
): Messenger {
  const isTemplated = nhn !== undefined && Object.keys(templates).length > 0;
  const alimTalk = isTemplated ? { ...nhn, templates } : undefined;
  return createNhnMessenger({ ...nhnMessages, alimTalk, http, now, policy });
}
