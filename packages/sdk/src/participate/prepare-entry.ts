import { UserError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import type { Arrival } from './arrival.js';
import type { EntryForm, EntryRequest } from './entry-request.js';
import { isVisitCode } from './visit-code.js';

interface EntrySetting {
  readonly campaign: Campaign;
  readonly keys: Pick<CampaignKeys, 'visitKey'>;
  readonly arrival: Arrival;
  readonly idempotencyKey: string | undefined;
}

/** What a form is worth in this campaign. */
export function toEntryRequest({ input, phone, text }: EntryForm, setting: EntrySetting): EntryRequest {
  const { campaign, keys, arrival, idempotencyKey } = setting;
  const visited = isVisited(input.visitCode, keys, arrival.receivedAt);
  return {
    arrivalNo: arrival.no,
    receivedAtMs: arrival.receivedAt.getTime(),
    campaignId: campaign.id,
    name: input.name.normalize('NFC'),
    phone,
    weight: weightOf(campaign, visited),
    visited,
    marketingConsent: input.marketingConsent,
    idempotencyKey,
    text,
  };
}

function weightOf({ brief: { entry } }: Campaign, visited: boolean): number {
  return entry.mechanic === 'lottery' && visited ? 1 + entry.visitBonus : 1;
}

/** A wrong code is refused and not ignored: a phone enters once, so a slip would cost the bonus for good. */
function isVisited(code: string | undefined, { visitKey }: EntrySetting['keys'], at: Date): boolean {
  if (code === undefined || code.trim() === '') return false;
  if (isVisitCode(visitKey, code, at)) return true;
  const message = { ko: '매장 방문 코드가 맞지 않습니다', en: 'is not the code shown in the store' };
  const fix = {
    ko: '매장에 보이는 6자리를 다시 입력하거나 비워 두세요',
    en: 'Write the six digits shown now, or leave it empty',
  };
  throw new UserError('USER_001', { what: 'entry' }, { issues: [{ path: ['visitCode'], message, fix }] });
}
