import { textField } from './form-field.js';
import { html, type Markup } from './html.js';
import type { PlannedCampaign } from './planned-campaign.js';
import type { ReturnedForm } from './returned-form.js';

interface Prefill {
  readonly form: ReturnedForm | undefined;
  /** From the address that the code of the store's screen opened. */
  readonly visitCode: string | undefined;
}

/** What proves a visit, where a visit counts. */
export function visitFields(
  { brief: { entry } }: PlannedCampaign,
  { form, visitCode }: Prefill,
): Markup | false {
  if (entry.mechanic !== 'lottery' || entry.visitBonus === 0) return false;
  const promise = `있으면 응모권이 ${1 + entry.visitBonus}장이 되고, 없어도 응모할 수 있습니다.`;
  const { visitProof = 'code' } = entry;
  const hint = (of: string) => `${of} ${promise}`;
  return html`${visitProof !== 'receipt' && textField({ ...codeField, value: visitCode, hint: hint(visitCode === undefined ? '매장에 적힌 6자리입니다.' : '찍으신 QR에서 채웠습니다.') }, form)}
${visitProof !== 'code' && textField({ ...receiptField, hint: hint('받은 영수증에 적힌 번호입니다.') }, form)}`;
}

const codeField = {
  name: 'visitCode',
  label: '매장 방문 코드',
  optional: true,
  attributes: html`inputmode="numeric" maxlength="16" autocomplete="off"`,
};

const receiptField = {
  name: 'receiptNo',
  label: '영수증 번호',
  optional: true,
  attributes: html`maxlength="32" autocomplete="off" autocapitalize="characters" spellcheck="false"`,
};
