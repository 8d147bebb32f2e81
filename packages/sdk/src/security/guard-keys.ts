import { deriveKey } from './derive-key.js';

/** Keys of the guards. All are derived: none is in a database or in a backup of one. */
export interface GuardKeys {
  /** Signs the challenges of one campaign. */
  challengeKey(campaignId: string): Uint8Array;
  /** Hashes phones and one-time codes of one campaign. */
  codeKey(campaignId: string): Uint8Array;
  /** Hashes the addresses that ask for codes, over all campaigns. */
  readonly clientKey: Uint8Array;
  readonly deviceKey: Uint8Array;
}

export function createGuardKeys(masterKey: Uint8Array): GuardKeys {
  return {
    challengeKey: (campaignId) => deriveKey(masterKey, 'kt-challenge/1', campaignId),
    codeKey: (campaignId) => deriveKey(masterKey, 'kt-phone-code/1', campaignId),
    clientKey: deriveKey(masterKey, 'kt-client/1'),
    deviceKey: deriveKey(masterKey, 'kt-device/1'),
  };
}
