import type {
  AnnouncementFacts,
  Facts,
  FormFacts,
  PictureFacts,
  ProcessorFacts,
  TextFacts,
} from '../facts.js';
import type { PayoutFacts } from '../facts-after.js';
import type { MessageFacts } from '../facts-message.js';

/** Facts of a campaign that keeps every rule, in every phase. */
export function aFacts(change: Partial<Facts> = {}): Facts {
  return {
    campaignName: '겨울 행운 이벤트',
    store: { name: '카페 온도', phone: '02-1234-5678', industry: 'cafe' },
    methodId: 'qr_form',
    winners: 10,
    reserves: 3,
    entry: {
      mechanic: 'lottery',
      feeKrw: 0,
      purchaseRequired: false,
      ticketsTradable: false,
      visitWeight: 3,
      weightDisclosed: true,
    },
    prizes: [{ name: '매장 5만원권', valueKrw: 50_000 }],
    schedule: {
      opensAt: '2026-12-01T00:00:00+09:00',
      closesAt: '2026-12-15T00:00:00+09:00',
      drawAt: '2026-12-15T12:00:00+09:00',
      announceAt: '2026-12-15T13:00:00+09:00',
      claimUntil: '2026-12-22T13:00:00+09:00',
      deleteAt: '2027-01-14T13:00:00+09:00',
    },
    beacon: 'drand',
    texts: [aText()],
    pictures: [aPicture()],
    outdoor: [{ kind: 'banner', permitted: true }],
    announcement: anAnnouncement(),
    form: aForm(),
    processors: [aProcessor()],
    messages: [anAd()],
    drawn: { winnerKeys: ['a', 'b'], relatedWinners: 0, redraws: 0, criteriaPublished: true },
    payouts: [aPayout()],
    consents: { unacknowledged: 0, firstOn: '2026-11-01' },
    publishedWinners: [{ text: '정*훈 · 5678' }],
    remainder: { readableEntries: 100 },
    ...change,
  };
}

export function aText(change: Partial<TextFacts> = {}): TextFacts {
  return {
    channel: 'instagram',
    title: '겨울 행운 이벤트',
    text: [
      '[기간] 12월 1일~12월 14일 · 추첨 10명: 매장 5만원권',
      '추첨 12월 15일 · 발표 12월 15일 · 수령 12월 22일까지 · 경품은 동등 이상 가치로만 바뀔 수 있음',
      '본 이벤트는 Instagram과 관련이 없습니다. 참여자는 Instagram에 책임을 묻지 않습니다.',
    ].join('\n'),
    hashtags: ['카페온도', '이벤트'],
    ...change,
  };
}

/** Painted by a model, and honest about it. */
export function aPicture(change: Partial<PictureFacts> = {}): PictureFacts {
  return {
    channel: 'instagram',
    text: '겨울 카페 풍경. AI로 그렸으며 실제와 다를 수 있습니다',
    paintedByModel: true,
    labelled: true,
    saysMayDiffer: true,
    licensed: true,
    imitatesKakao: false,
    ...change,
  };
}

export function anAnnouncement(change: Partial<AnnouncementFacts> = {}): AnnouncementFacts {
  return { entryCount: true, method: true, proof: true, maskedWinners: true, ...change };
}

export function aPayout(change: Partial<PayoutFacts> = {}): PayoutFacts {
  return {
    personKey: 'a',
    valueKrw: 50_000,
    withheldKrw: 0,
    papers: true,
    payBy: '2027-01-10',
    ...change,
  };
}

export function aForm(change: Partial<FormFacts> = {}): FormFacts {
  return {
    notices: ['purpose', 'items', 'retention', 'refusal'],
    fields: ['name', 'phone'],
    tickedInAdvance: false,
    marketing: { separate: true, required: false },
    minimumAge: 14,
    guardianFlow: false,
    emphasised: true,
    asksFriendsPhone: false,
    visitProof: 'code',
    locationReported: false,
    withdrawal: 'as_easy',
    recipients: [
      {
        name: '이웃 꽃집',
        notices: ['recipient', 'purpose', 'items', 'retention', 'refusal'],
        separateConsent: true,
      },
    ],
    uploads: { licensed: true, showPeople: true, portraitRelease: true },
    ...change,
  };
}

export function aProcessor(change: Partial<ProcessorFacts> = {}): ProcessorFacts {
  return {
    name: '문자나라',
    task: 'messaging',
    contract: true,
    disclosed: true,
    subjectsNotified: false,
    subProcessor: false,
    storeAgreed: false,
    certifiedSender: false,
    country: 'KR',
    overseasNotice: false,
    ...change,
  };
}

export function anAd(change: Partial<MessageFacts> = {}): MessageFacts {
  return {
    channel: 'lms',
    kind: 'ad',
    text: '(광고)카페 온도 겨울 행운 이벤트\n문의 02-1234-5678 무료수신거부 080-000-0000',
    sendAt: '2026-12-01T10:00:00+09:00',
    senderRegistered: true,
    recipients: { withoutConsent: 0, withoutNightConsent: 0, optedOut: 0, staleConsent: 0 },
    ...change,
  };
}

export function aNotice(change: Partial<MessageFacts> = {}): MessageFacts {
  return {
    channel: 'alimtalk',
    kind: 'info',
    text: '당첨을 알려드립니다.\n※ 고객님이 참여하신 이벤트 당첨으로 지급된 쿠폰 안내입니다.',
    sendAt: '2026-12-15T13:00:00+09:00',
    templateApproved: true,
    ...change,
  };
}
