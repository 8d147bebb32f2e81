/** A made-up business, as the tax service would know it. */
export interface Business {
  readonly number: string;
  /** 01 active, 02 suspended, 03 closed, with the text the service prints beside it. */
  readonly state: readonly [code: string, text: string];
  readonly tax: readonly [code: string, text: string];
  /** `YYYYMMDD`, empty while open. */
  readonly closedOn: string;
  readonly startedOn: string;
  readonly owner: string;
}

const active = ['01', '계속사업자'] as const;
const general = ['01', '부가가치세 일반과세자'] as const;
const simplified = ['02', '부가가치세 간이과세자'] as const;
const exempt = ['04', '부가가치세 면세사업자'] as const;

export const businesses: readonly Business[] = [
  { number: '1248100998', state: active, tax: general, closedOn: '', startedOn: '20200101', owner: '홍길동' },
  {
    number: '2208162517',
    state: active,
    tax: simplified,
    closedOn: '',
    startedOn: '20210315',
    owner: '김가게',
  },
  { number: '1234567891', state: active, tax: exempt, closedOn: '', startedOn: '20190901', owner: '이꽃집' },
  {
    number: '1208147521',
    state: ['02', '휴업자'],
    tax: general,
    closedOn: '',
    startedOn: '20180601',
    owner: '박쉼터',
  },
  {
    number: '1208800767',
    state: ['03', '폐업자'],
    tax: general,
    closedOn: '20251231',
    startedOn: '20150401',
    owner: '최마감',
  },
];
