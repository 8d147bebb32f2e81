import type { z } from 'zod';
import { UserError } from '../errors/index.js';
import { canonicalJson } from '../runs/canonical-json.js';
import type { Campaign } from '../schema/campaign.js';
import { entryInputSchema } from '../schema/entry.js';
import { parseInput } from '../schema/parse.js';
import { blindIndex, requestHash } from '../security/blind-index.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import { sealPerson } from '../security/entry-seal.js';
import { ownerTag } from '../security/owner-tag.js';
import { type E164, toMobilePhone } from '../security/phone.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { SealedEntry } from '../store/entry-repository.js';
import { isVisitCode } from './visit-code.js';

/** A request that could become an entry. */
export interface EntryRequest {
  readonly input: z.output<typeof entryInputSchema>;
  readonly phone: E164;
  /** Tells a repeat from another request under the same key. */
  readonly requestHash: string;
}

/** @throws UserError `USER_001` */
export function readRequest(body: unknown, keys: CampaignKeys): EntryRequest {
  const input = parseInput(entryInputSchema, body, 'entry');
  const phone = toMobilePhone(input.phone);
  return { input, phone, requestHash: requestHash(keys.indexKey, canonicalJson(input)) };
}

interface EntrySetting {
  readonly campaign: Campaign;
  readonly keys: CampaignKeys;
  readonly receivedAt: Date;
  readonly randomBytes: RandomBytes;
}

/** Makes the entry that is written: everything personal in it is sealed or hashed under a key. */
export function toSealedEntry(request: EntryRequest, setting: EntrySetting): SealedEntry {
  const { campaign, keys, receivedAt, randomBytes } = setting;
  const { input, phone } = request;
  const visited = isVisited(input.visitCode, keys, receivedAt);
  const salt = hexOf(randomBytes(16));
  const row = { id: hexOf(randomBytes(16)), campaignId: campaign.id, keyVersion: keys.keyVersion };
  const person = { name: input.name.normalize('NFC'), phone, salt };
  return {
    ...row,
    ...sealPerson(person, row, { dataKey: keys.dataKey, randomBytes }),
    blindIndex: blindIndex(keys.indexKey, campaign.id, phone),
    ownerTag: ownerTag(salt, phone),
    weight: weightOf(campaign, visited),
    visited,
    marketingConsent: input.marketingConsent,
    receivedAt: receivedAt.toISOString(),
    requestHash: request.requestHash,
  };
}

function weightOf({ brief: { entry } }: Campaign, visited: boolean): number {
  return entry.mechanic === 'lottery' && visited ? 1 + entry.visitBonus : 1;
}

/** A wrong code is refused and not ignored: a phone enters once, so a slip would cost the bonus for good. */
function isVisited(code: string | undefined, { visitKey }: CampaignKeys, at: Date): boolean {
  if (code === undefined || code.trim() === '') return false;
  if (isVisitCode(visitKey, code, at)) return true;
  const message = { ko: '매장 방문 코드가 맞지 않습니다', en: 'is not the code shown in the store' };
  const fix = {
    ko: '매장에 보이는 6자리를 다시 입력하거나 비워 두세요',
    en: 'Write the six digits shown now, or leave it empty',
  };
  throw new UserError('USER_001', { what: 'entry' }, { issues: [{ path: ['visitCode'], message, fix }] });
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
