import type { Facts } from '../facts.js';
import type { MessageFacts } from '../facts-message.js';
import { aFacts, aForm, aNotice, anAd, aProcessor, aText } from './a-facts.js';

const good = aFacts();
const recipients = { withoutConsent: 0, withoutNightConsent: 0, optedOut: 0, staleConsent: 0 };
const atNight = '2026-12-01T21:00:00+09:00';
const firstCome = { ...good.entry, mechanic: 'first_come' as const };
const clinic = { ...good.store, industry: 'clinic' as const };
const sending = (message: MessageFacts) => aFacts({ messages: [message] });
const saying = (text: string) => aFacts({ texts: [aText({ text: `${aText().text}\n${text}` })] });
const giving = (name: string, valueKrw = 10_000) => aFacts({ prizes: [{ name, valueKrw }] });

/** For each rule one campaign that breaks it. */
export const brokenFacts: Readonly<Record<string, Facts>> = {
  'PRIV-001': aFacts({ form: aForm({ notices: ['purpose', 'items'] }) }),
  'PRIV-002': aFacts({ form: aForm({ marketing: { separate: false, required: false } }) }),
  'PRIV-003': aFacts({ form: aForm({ marketing: { separate: true, required: true } }) }),
  'PRIV-004': aFacts({ form: aForm({ tickedInAdvance: true }) }),
  'PRIV-005': aFacts({ form: aForm({ fields: ['name', 'rrn'] }) }),
  'PRIV-006': aFacts({ form: aForm({ fields: ['name', 'phone', 'children'] }) }),
  'PRIV-007': aFacts({ form: aForm({ minimumAge: 13 }) }),
  'PRIV-008': aFacts({ schedule: { ...good.schedule, deleteAt: '2027-12-31T00:00:00+09:00' } }),
  'PRIV-009': aFacts({ schedule: { ...good.schedule, deleteAt: '2026-11-01T00:00:00+09:00' } }),
  'PRIV-010': giving('에어프라이어', 79_000),
  'PRIV-011': aFacts({ processors: [aProcessor({ disclosed: false })] }),
  'PRIV-012': aFacts({ processors: [aProcessor({ task: 'marketing' })] }),
  'PRIV-013': aFacts({ processors: [aProcessor({ subProcessor: true })] }),
  'PRIV-015': aFacts({ processors: [aProcessor({ country: 'US' })] }),
  'PRIV-016': aFacts({ form: aForm({ emphasised: false }) }),
  'PRIV-017': aFacts({ form: aForm({ fields: ['name', 'symptom'] }) }),
  'PRIV-018': aFacts({ publishedWinners: [{ text: '정지훈 010-1234-5678' }] }),
  'PRIV-019': aFacts({ form: aForm({ asksFriendsPhone: true }) }),
  'PRIV-020': aFacts({ form: aForm({ withdrawal: 'harder' }) }),
  'PRIV-021': aFacts({
    breach: { detectedAt: '2026-12-01T00:00:00+09:00', people: 10, sensitive: false, intrusion: true },
  }),
  'PRIV-022': aFacts({ drawn: { winnerKeys: [], relatedWinners: 0, redraws: 0, criteriaPublished: false } }),
  'MSG-001': sending(anAd({ text: anAd().text.replace('(광고)', '(광 고)') })),
  'MSG-002': sending(anAd({ text: '(광고)이벤트\n무료수신거부 080-000-0000' })),
  'MSG-003': sending(anAd({ text: '(광고)카페 온도 02-1234-5678' })),
  'MSG-004': sending(anAd({ sendAt: atNight, recipients: { ...recipients, withoutNightConsent: 2 } })),
  'MSG-005': sending(anAd({ recipients: { ...recipients, withoutConsent: 1 } })),
  'MSG-006': sending(anAd({ recipients: { ...recipients, optedOut: 1 } })),
  'MSG-008': sending(anAd({ recipients: { ...recipients, staleConsent: 1 } })),
  'MSG-009': aFacts({ processors: [aProcessor({ task: 'bulk_text_ads', subjectsNotified: true })] }),
  'MSG-010': sending(aNotice({ text: `${aNotice().text} 방문하시면 추가 20% 할인` })),
  'MSG-011': sending(aNotice({ templateApproved: false })),
  'MSG-012': sending(aNotice({ text: '당첨되셨습니다.' })),
  'MSG-013': sending(anAd({ channel: 'kakao_brand', sendAt: '2026-12-01T20:50:00+09:00' })),
  'MSG-014': sending(anAd({ senderRegistered: false })),
  'MSG-015': sending(anAd({ channel: 'sms', text: '가'.repeat(46) })),
  'MSG-016': sending(anAd({ text: anAd().text.replace('이벤트', 'bit.ly/x') })),
  'FTC-001': aFacts({ methodId: 'ig_post' }),
  'FTC-002': aFacts({ methodId: 'ig_post', texts: [aText({ hashtags: ['광고'] })] }),
  'FTC-003': aFacts({ methodId: 'ig_post', texts: [aText({ title: '체험 후기' })] }),
  'FTC-004': saying('별점 5점을 주신 분만'),
  'ADV-001': aFacts({ prizes: [{ name: '말하지 않은 경품', valueKrw: 1_000 }] }),
  'ADV-002': saying('100% 당첨'),
  'ADV-003': aFacts({ schedule: { ...good.schedule, claimUntil: '2026-12-23T13:00:00+09:00' } }),
  'ADV-004': aFacts({ texts: [aText({ text: '경품은 바뀔 수 있음' })] }),
  'ADV-006': saying('동네 1위'),
  'ADV-007': giving('에어프라이어', 79_000),
  'GMB-001': aFacts({ entry: { ...good.entry, feeKrw: 1_000 } }),
  'GMB-002': aFacts({ entry: { ...good.entry, purchaseRequired: true } }),
  'GMB-003': aFacts({ entry: { ...good.entry, ticketsTradable: true } }),
  'TAX-001': giving('에어프라이어', 79_000),
  'TAX-002': giving('이어폰', 50_001),
  'TAX-003': aFacts({
    payouts: [
      { personKey: 'a', valueKrw: 30_000, withheldKrw: 0 },
      { personKey: 'a', valueKrw: 30_000, withheldKrw: 0 },
    ],
  }),
  'TAX-005': aFacts({ prizes: [{ name: '이어폰', valueKrw: 78_000 }], taxBearer: 'store' }),
  'ALC-001': giving('와인 1병'),
  'TOB-001': giving('전자담배'),
  'YTH-001': giving('로또 5장'),
  'MED-001': aFacts({ store: clinic }),
  'MED-002': aFacts({ store: clinic, methodId: 'blog_post' }),
  'MED-003': aFacts({ store: clinic, texts: [aText({ text: '100% 완치' })] }),
  'META-001': aFacts({ texts: [aText({ text: '12월 1일부터' })] }),
  'META-002': saying('댓글에 친구 태그'),
  'META-004': aFacts({ texts: [aText({ hashtags: ['1', '2', '3', '4', '5', '6'] })] }),
  'NAV-001': aFacts({ methodId: 'place_review' }),
  'LOC-001': aFacts({ form: aForm({ visitProof: 'gps' }) }),
  'AI-001': aFacts({ pictures: [{ channel: 'print', paintedByModel: true, labelled: false }] }),
  'FAIR-001': aFacts({ beacon: undefined }),
  'FAIR-002': aFacts({ entry: { ...good.entry, weightDisclosed: false } }),
  'FAIR-003': aFacts({ drawn: { winnerKeys: [], relatedWinners: 1, redraws: 0, criteriaPublished: true } }),
  'FAIR-004': aFacts({
    drawn: { winnerKeys: ['a', 'a'], relatedWinners: 0, redraws: 0, criteriaPublished: true },
  }),
  'FAIR-005': aFacts({ drawn: { winnerKeys: [], relatedWinners: 0, redraws: 1, criteriaPublished: true } }),
  'FAIR-006': aFacts({ reserves: 2 }),
  'FAIR-007': aFacts({ schedule: { ...good.schedule, claimUntil: '2026-12-16T13:00:00+09:00' } }),
  'FAIR-008': aFacts({ entry: firstCome }),
  'FAIR-010': aFacts({ schedule: { ...good.schedule, drawAt: '2026-12-15T03:00:00+09:00' } }),
};
