import { credentials } from '../../credentials.js';
import { isRecord, type JsonRecord, listAt, textAt } from '../../json.js';
import type { AcceptedRequest, Provider, SandboxRequest } from '../../provider.js';
import { readJsonBody } from '../../request-body.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { type Business, businesses } from './businesses.js';

const mostRows = 100;

function readRows(request: SandboxRequest, key: string): readonly unknown[] {
  const body = readJsonBody(request);
  if (!isRecord(body)) {
    throw new Refusal(jsonResponse(400, { status_code: 'BAD_JSON_REQUEST' }));
  }
  const rows = listAt(body, key);
  if (rows.length === 0) {
    throw new Refusal(jsonResponse(411, { status_code: 'REQUEST_DATA_MALFORMED' }));
  }
  if (rows.length > mostRows) {
    throw new Refusal(jsonResponse(413, { status_code: 'TOO_LARGE_REQUEST' }));
  }
  return rows;
}

const findBusiness = (number: unknown): Business | undefined =>
  businesses.find((business) => business.number === number);

function toStatusRow(number: unknown): JsonRecord {
  const business = findBusiness(number);
  const [stateCode, state] = business?.state ?? ['', ''];
  const [taxCode, tax] = business?.tax ?? ['', '국세청에 등록되지 않은 사업자등록번호입니다.'];
  return {
    b_no: String(number),
    b_stt: state,
    b_stt_cd: stateCode,
    tax_type: tax,
    tax_type_cd: taxCode,
    end_dt: business?.closedOn ?? '',
    utcc_yn: business ? 'N' : '',
    tax_type_change_dt: '',
    invoice_apply_dt: '',
    rbf_tax_type: business ? '해당없음' : '',
    rbf_tax_type_cd: business ? '99' : '',
  };
}

/** The real service leaves a count out when it is zero. */
const countOrNothing = (name: string, count: number): JsonRecord => (count === 0 ? {} : { [name]: count });

function answerStatus(request: SandboxRequest): SandboxResponse {
  const data = readRows(request, 'b_no').map(toStatusRow);
  const matched = data.filter((row) => row['b_stt_cd'] !== '').length;
  return jsonResponse(200, {
    request_cnt: data.length,
    ...countOrNothing('match_cnt', matched),
    status_code: 'OK',
    data,
  });
}

function toValidRow(row: unknown): JsonRecord {
  if (!isRecord(row) || !['b_no', 'start_dt', 'p_nm'].every((key) => textAt(row, key))) {
    throw new Refusal(jsonResponse(411, { status_code: 'REQUEST_DATA_MALFORMED' }));
  }
  const business = findBusiness(row['b_no']);
  const isSame = business?.startedOn === row['start_dt'] && business?.owner === row['p_nm'];
  const number = row['b_no'];
  return isSame
    ? { b_no: number, valid: '01', request_param: row, status: toStatusRow(number) }
    : { b_no: number, valid: '02', valid_msg: '확인할 수 없습니다.', request_param: row };
}

function answerValidate(request: SandboxRequest): SandboxResponse {
  const data = readRows(request, 'businesses').map(toValidRow);
  const valid = data.filter((row) => row['valid'] === '01').length;
  return jsonResponse(200, {
    request_cnt: data.length,
    ...countOrNothing('valid_cnt', valid),
    status_code: 'OK',
    data,
  });
}

const routes: readonly Route[] = [
  { method: 'POST', path: /^(?:\/api\/nts-businessman\/v1)?\/status$/, handle: answerStatus },
  { method: 'POST', path: /^(?:\/api\/nts-businessman\/v1)?\/validate$/, handle: answerValidate },
];

/** The tax service does not check the check digit of a number, so neither does this. */
export function createNtsProvider(): Provider {
  return {
    name: 'nts',
    authenticate({ query, headers }) {
      const key = query.get('serviceKey') ?? /^Infuser (\S+)$/.exec(headers['authorization'] ?? '')?.[1];
      if (key !== credentials.nts.DATA_GO_KR_SERVICE_KEY) {
        throw new Refusal(jsonResponse(401, { code: -4, msg: '등록되지 않은 인증키 입니다.' }));
      }
      return 'key';
    },
    changesState: () => false,
    handle: (request: AcceptedRequest) =>
      dispatch(routes, request, () => jsonResponse(404, { status_code: 'HTTP_ERROR' })),
    toErrorResponse: (status) => jsonResponse(status, { status_code: 'INTERNAL_ERROR' }),
  };
}
