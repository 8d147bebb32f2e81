import type { Facts } from '../facts.js';
import {
  aFacts,
  aForm,
  aNotice,
  anAd,
  anAnnouncement,
  aPayout,
  aPicture,
  aProcessor,
  aText,
} from './a-facts.js';

const good = aFacts();
const taxed = (taxBearer: 'winner' | 'store') =>
  aFacts({ prizes: [{ name: '에어프라이어', valueKrw: 79_000 }], taxBearer });
const posting = aFacts({
  methodId: 'ig_post',
  texts: [aText({ title: '[경품 이벤트 참여] 겨울 사진', text: `${aText().text}\n임직원·관계자 제외` })],
});
const clinic = { ...good.store, name: '온도 의원', industry: 'clinic' as const };
const fair = { serverClock: true, exactStock: true, remainingShown: true, onePerPerson: true };
const giving = (name: string) => aFacts({ prizes: [{ name, valueKrw: 10_000 }] });
const saying = (text: string) => aFacts({ texts: [aText({ text: `${aText().text}\n${text}` })] });
const sending = (...messages: NonNullable<Facts['messages']>) => aFacts({ messages });
const holding = (deleteAt: string) => aFacts({ schedule: { ...good.schedule, deleteAt } });

/** For each rule that the ordinary campaign does not come near, one that comes near and keeps it. */
export const keptFacts: Readonly<Record<string, Facts>> = {
  'PRIV-005': aFacts({ form: aForm({ fields: ['name', 'phone'] }) }),
  'PRIV-006': aFacts({ form: aForm({ fields: ['name', 'phone', 'email', 'handle'] }) }),
  'PRIV-007': aFacts({ form: aForm({ minimumAge: 7, guardianFlow: true }) }),
  'PRIV-008': holding('2027-02-20T13:00:00+09:00'),
  'PRIV-009': aFacts({ ...holding('2026-11-20T00:00:00+09:00') }),
  'PRIV-010': aFacts({ prizes: [{ name: '매장 5만원권', valueKrw: 50_000 }] }),
  'PRIV-012': aFacts({ processors: [aProcessor({ task: 'marketing', subjectsNotified: true })] }),
  'PRIV-013': aFacts({ processors: [aProcessor({ subProcessor: true, storeAgreed: true })] }),
  'PRIV-014': aFacts({ form: aForm({ recipients: [] }) }),
  'PRIV-015': aFacts({ processors: [aProcessor({ country: 'US', overseasNotice: true })] }),
  'PRIV-018': aFacts({ publishedWinners: [{ text: '남궁** · 5678' }, { text: '정* · 0001' }] }),
  'PRIV-021': aFacts({ breach: undefined }),
  'MSG-001': sending(anAd({ channel: 'email', text: '(광고) 없는 전자우편' }), aNotice()),
  'MSG-002': sending(anAd({ text: '(광고)카페 온도 02) 1234-5678' })),
  'MSG-003': sending(anAd({ text: '(광고)카페 온도\n무료 수신거부 080-000-0000' })),
  'MSG-004': sending(
    anAd({
      sendAt: '2026-12-01T20:59:00+09:00',
      recipients: { withoutConsent: 0, withoutNightConsent: 9, optedOut: 0, staleConsent: 0 },
    }),
  ),
  'MSG-007': aFacts({ consents: { unacknowledged: 1, firstOn: '2026-11-06' } }),
  'MSG-009': aFacts({ processors: [aProcessor({ task: 'bulk_text_ads', certifiedSender: true })] }),
  'MSG-010': sending(aNotice()),
  'MSG-011': sending(aNotice()),
  'MSG-012': sending(aNotice()),
  'MSG-013': sending(anAd({ channel: 'kakao_brand', sendAt: '2026-12-01T20:49:00+09:00' })),
  'MSG-015': sending(anAd({ channel: 'sms', text: '가'.repeat(45) })),
  'MSG-016': sending(anAd({ text: 'https://event.example.com/e/abc' })),
  'FTC-001': posting,
  'FTC-002': aFacts({ ...posting, texts: [aText({ title: '광고', hashtags: ['광고'] })] }),
  'FTC-003': aFacts({ ...posting, texts: [aText({ title: '[광고] 체험 후기' })] }),
  'FTC-004': saying('후기는 응모와 상관없습니다'),
  'FTC-005': posting,
  'ADV-001': aFacts({
    prizes: [
      { name: '매장 5만원권', valueKrw: 50_000 },
      { name: '쿠폰', valueKrw: 3_000 },
    ],
    texts: [aText({ text: `${aText().text}\n매장 5만원권 외 1종` })],
  }),
  'ADV-002': aFacts({
    entry: { ...good.entry, mechanic: 'first_come' },
    texts: [aText({ text: '선착순 10명 전원 증정' })],
  }),
  'ADV-004': saying('경품은 동등 이상 가치로만 바뀔 수 있음'),
  'ADV-005': saying('5,000원 할인'),
  'ADV-006': aFacts({
    store: { ...good.store, name: '최고식당' },
    texts: [aText({ title: '최고식당 이벤트' })],
  }),
  'ADV-007': aFacts({ prizes: [{ name: '매장 5만원권', valueKrw: 50_000 }] }),
  'GMB-004': aFacts({ store: { ...good.store, name: '번개 PC방' } }),
  'TAX-001': taxed('winner'),
  'TAX-002': aFacts({
    prizes: [
      { name: '매장 5만원권', valueKrw: 50_000 },
      { name: '이어폰', valueKrw: 60_001 },
    ],
  }),
  'TAX-003': aFacts({ payouts: [aPayout({ valueKrw: 25_000 }), aPayout({ valueKrw: 25_000 })] }),
  'TAX-004': aFacts({ payouts: [aPayout({ valueKrw: 100_000, withheldKrw: 22_000 })] }),
  'TAX-005': taxed('winner'),
  'ALC-001': giving('무알코올 맥주 2캔'),
  'TOB-001': giving('금연 상담권'),
  'YTH-001': giving('와인잔 세트'),
  'MED-001': aFacts({ store: clinic, prizes: [{ name: '건강강좌 자리', valueKrw: 0 }] }),
  'MED-002': aFacts({ store: clinic, methodId: 'qr_form' }),
  'MED-003': aFacts({
    store: { ...clinic, name: '온도 전문의원' },
    texts: [aText({ text: '온도 전문의원 건강수칙' })],
  }),
  'SEC-001': giving('책갈피'),
  'META-003': saying('인스타그램에 댓글을 남겨 주세요'),
  'META-004': aFacts({ texts: [aText({ hashtags: ['1', '2', '3', '4'], text: `${aText().text} #5` })] }),
  'LOC-001': aFacts({ form: aForm({ visitProof: 'gps', locationReported: true }) }),
  'IP-002': aFacts({
    form: aForm({ uploads: { licensed: true, showPeople: false, portraitRelease: false } }),
  }),
  'IP-003': aFacts({ pictures: [aPicture({ paintedByModel: false, text: '에어팟 1명' })] }),
  'AI-001': aFacts({ pictures: [aPicture({ paintedByModel: false, labelled: false })] }),
  'AI-002': aFacts({ pictures: [aPicture({ paintedByModel: false, saysMayDiffer: false })] }),
  'FAIR-001': aFacts({ entry: { ...good.entry, mechanic: 'first_come' }, beacon: undefined }),
  'FAIR-002': aFacts({ entry: { ...good.entry, visitWeight: 1, weightDisclosed: false } }),
  'FAIR-006': aFacts({ winners: 11, reserves: 4 }),
  'FAIR-007': aFacts({ schedule: { ...good.schedule, claimUntil: '2026-12-29T13:00:00+09:00' } }),
  'FAIR-008': aFacts({
    entry: { ...good.entry, mechanic: 'first_come' },
    form: aForm({ firstCome: fair }),
  }),
  'FAIR-009': aFacts({
    entry: { ...good.entry, mechanic: 'first_come' },
    announcement: anAnnouncement({ method: false }),
  }),
  'FAIR-010': aFacts({ schedule: { ...good.schedule, drawAt: '2026-12-15T17:59:00+09:00' } }),
};
