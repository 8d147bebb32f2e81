import { createHash, createHmac } from 'node:crypto';
import { createSecretBox, type SecretBoxDeps } from './secret-box.js';

/** Keys that only winners need: made at first use, kept wrapped in the store like a campaign's other keys. */
export interface WinnerKeys {
  /** Makes the tokens of winners' links. */
  claimKey(campaignId: string): Promise<Uint8Array>;
  /** Seals what tax law asks for, and nothing else: it lives longer than the campaign's data key. */
  taxKey(campaignId: string): Promise<Uint8Array>;
  /** Campaigns that have a tax key. */
  taxed(): Promise<string[]>;
  /** Destroys keys of a campaign, harmless for those that never were. What they sealed can never be read again. */
  destroy(campaignId: string, kinds: readonly WinnerKeyKind[]): Promise<void>;
}

export type WinnerKeyKind = 'claim-key' | 'tax-key';

export function createWinnerKeys(deps: SecretBoxDeps): WinnerKeys {
  const box = createSecretBox(deps);
  /** Two processes may both make one: the first that is written stands, for both. */
  const secret = async (name: string) => (await box.read(name)) ?? box.keep(name, deps.randomBytes(keyBytes));
  return {
    claimKey: (campaignId) => secret(nameOf('claim-key', campaignId)),
    taxKey: (campaignId) => secret(nameOf('tax-key', campaignId)),
    async taxed() {
      const prefix = nameOf('tax-key', '');
      return (await box.names(prefix)).map((name) => name.slice(prefix.length));
    },
    async destroy(campaignId, kinds) {
      for (const kind of kinds) await box.destroy(nameOf(kind, campaignId));
    },
  };
}

const nameOf = (kind: WinnerKeyKind, campaignId: string) => `${kind}/${campaignId}`;

const keyBytes = 32;

/** 144 bits: nobody guesses one, and it fits into a text message. */
const tokenBytes = 18;

/**
 * The token of an award's link. Made anew each time it is needed, so that a repeated message is the same to the byte
 * and the token itself is stored nowhere.
 */
export function claimToken(claimKey: Uint8Array, campaignId: string, no: number): string {
  const mac = createHmac('sha256', claimKey).update(`kt-claim/1\0${campaignId}\0${no}`).digest();
  return mac.subarray(0, tokenBytes).toString('base64url');
}

/** What the store finds an award by. The token is as random as a key, so a plain hash tells nothing of it. */
export function claimTokenHash(token: string): string {
  return createHash('sha256').update(`kt-claim/1\0${token}`, 'utf8').digest('hex');
}
