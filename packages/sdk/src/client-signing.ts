import type { MilestoneDeps } from './campaign/audit-milestone.js';
import { signHead } from './campaign/entry-log.js';
import { signHour } from './campaign/hourly-head.js';
import type { Parts } from './client-parts.js';
import type { Campaign, CampaignState } from './schema/campaign.js';

export interface SigningFailure {
  readonly campaignId: string;
  readonly error: unknown;
}

export interface Signed {
  readonly signed: number;
  /** What could not be signed. */
  readonly failures: readonly SigningFailure[];
}

/** What a server signs by itself now and then. One campaign that fails stops no other. */
export interface Signing {
  /** Signs the entry logs of all campaigns that are open, as they stand now. */
  signLogHeads(): Promise<Signed>;
  /**
   * Signs what the audit chains of all campaigns that are open, or wait for their end, have come to hold within the last hour.
   * After a long rest it is one head for each.
   */
  signAuditHeads(): Promise<Signed>;
}

export function signing(parts: Parts): Signing {
  const { store, now, keyring } = parts;
  const depsOf = ({ id }: Campaign) => ({
    store,
    now,
    organiserKey: async () => (await keyring.of(id)).signingKey,
  });
  return {
    signLogHeads: () =>
      signAll(parts, ['open'], async (campaign) => {
        await signHead(campaign.id, depsOf(campaign));
        return true;
      }),
    signAuditHeads: () =>
      signAll(parts, ['open', 'closed', 'drawn'], (campaign) =>
        signHour(campaign.id, depsOf(campaign) satisfies MilestoneDeps),
      ),
  };
}

async function signAll(
  { store }: Parts,
  states: readonly CampaignState[],
  sign: (campaign: Campaign) => Promise<boolean>,
): Promise<Signed> {
  const campaigns = await store.campaigns.list({ states });
  const ended = await Promise.allSettled(campaigns.map(sign));
  const failures = ended.flatMap((one, index) =>
    one.status === 'rejected'
      ? [{ campaignId: campaigns[index]?.id ?? '', error: one.reason as unknown }]
      : [],
  );
  const signed = ended.filter((one) => one.status === 'fulfilled' && one.value).length;
  return { signed, failures };
}
