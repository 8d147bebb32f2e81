import { type Issue, UserError } from '../errors/index.js';
import type { Brief } from '../schema/brief.js';
import type { EntryInput } from '../schema/entry.js';
import type { VisitCodeKind, VisitProof, VisitProofKind } from '../schema/visit.js';
import { receiptHash } from '../security/blind-index.js';
import type { CampaignKeys } from '../security/campaign-keys.js';
import { isVisitCode } from './visit-code.js';
import { normaliseReceiptNo } from './visit-receipt.js';

/** What showed that the person was in the store. */
export interface ProvenVisit {
  readonly visitProof: VisitProof;
  /** Only where a receipt was the proof: it is spent with the entry. */
  readonly receiptHash?: string;
}

interface VisitSetting {
  readonly campaignId: string;
  readonly brief: Brief;
  readonly keys: Pick<CampaignKeys, 'visitKey' | 'indexKey'>;
  readonly receivedAt: Date;
}

/**
 * One visit, one bonus: with a right code the receipt is not spent. What is wrong is refused and not ignored, since a
 * phone enters once and a slip would cost the bonus for good.
 *
 * @throws UserError `USER_001`
 */
export function proveVisit(
  { visitCode, receiptNo }: Pick<EntryInput, 'visitCode' | 'receiptNo'>,
  { campaignId, brief, keys, receivedAt }: VisitSetting,
): ProvenVisit | undefined {
  const { kind, codeKind, receiptPattern } = visitRulesOf(brief);
  const code = filled(visitCode);
  const receipt = filled(receiptNo);
  if (code !== undefined) {
    if (kind === 'receipt') throw refusal('visitCode', byReceiptOnly);
    if (!isVisitCode(keys.visitKey, codeKind, code, receivedAt)) throw refusal('visitCode', wrongCode);
    return { visitProof: `${codeKind}_code` };
  }
  if (receipt === undefined) return undefined;
  if (kind === 'code') throw refusal('receiptNo', byCodeOnly);
  const number = normaliseReceiptNo(receipt, receiptPattern);
  return { visitProof: 'receipt', receiptHash: receiptHash(keys.indexKey, campaignId, number) };
}

interface VisitRules {
  readonly kind: VisitProofKind;
  readonly codeKind: VisitCodeKind;
  readonly receiptPattern: string | undefined;
}

/** How a campaign has visits proven, with what a brief may leave out filled in. */
export function visitRulesOf({ entry }: Brief): VisitRules {
  const {
    visitProof = 'code',
    visitCode = 'rotating',
    receiptPattern,
  } = entry.mechanic === 'lottery' ? entry : {};
  return { kind: visitProof, codeKind: visitCode, receiptPattern };
}

const filled = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);

type Words = Pick<Issue, 'message' | 'fix'>;

function refusal(field: 'visitCode' | 'receiptNo', words: Words): UserError {
  return new UserError('USER_001', { what: 'entry' }, { issues: [{ path: [field], ...words }] });
}

const wrongCode: Words = {
  message: { ko: '매장 방문 코드가 맞지 않습니다', en: 'is not the code shown in the store' },
  fix: {
    ko: '매장에 보이는 6자리를 다시 입력하거나 비워 두세요',
    en: 'Write the six digits shown now, or leave it empty',
  },
};

const byReceiptOnly: Words = {
  message: { ko: '이 이벤트에는 방문 코드가 없습니다', en: 'does not exist in this event' },
  fix: { ko: '영수증 번호를 적거나 비워 두세요', en: 'Write the receipt number, or leave it empty' },
};

const byCodeOnly: Words = {
  message: { ko: '이 이벤트는 영수증 번호를 받지 않습니다', en: 'is not taken in this event' },
  fix: { ko: '매장 방문 코드를 적거나 비워 두세요', en: 'Write the visit code, or leave it empty' },
};
