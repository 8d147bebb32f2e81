import type { EffectIntent } from '../runs/journal.js';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import type { EntryInput } from '../schema/entry.js';
import type { Insight } from '../schema/insight.js';
import type { Notice } from '../schema/notice.js';
import type { Concept, Plan, Schedule } from '../schema/plan.js';
import type { Publication } from '../schema/publication.js';
import type { Report } from '../schema/report.js';
import type { SealedEntry } from '../store/entry-repository.js';
import { hexOf } from './hex-of.js';

export const aCampaignId = 'cmp-000000000001';

/** A moment while {@link aCampaign} takes entries. */
export const anInstant = '2026-12-05T03:00:00.000Z';

export function aBrief(over: Partial<Brief> = {}): Brief {
  return {
    version: 1,
    name: '겨울 라떼 이벤트',
    store: { name: '온기커피', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 500_000,
    period: { start: '2026-12-01', end: '2026-12-14' },
    entry: { mechanic: 'lottery', winners: 10, visitBonus: 2 },
    channels: ['instagram'],
    draw: { at: '2026-12-15T12:00:00+09:00', beacon: 'drand' },
    concept: 'balanced',
    ...over,
  };
}

export function aSchedule(over: Partial<Schedule> = {}): Schedule {
  return {
    opensAt: '2026-12-01T00:00:00+09:00',
    closesAt: '2026-12-15T00:00:00+09:00',
    drawAt: '2026-12-15T12:00:00+09:00',
    announceAt: '2026-12-15T13:00:00+09:00',
    claimUntil: '2026-12-22T00:00:00+09:00',
    deleteAt: '2027-01-21T00:00:00+09:00',
    ...over,
  };
}

export function aConcept(over: Partial<Concept> = {}): Concept {
  return {
    id: 'balanced',
    title: '라떼 한 잔',
    reason: '비용과 참여의 균형이 좋습니다.',
    method: { id: 'qr_form', name: 'QR 응모' },
    prizes: [{ id: 'latte', name: '라떼', quantity: 10, valueKrw: 5_000, costKrw: 2_000 }],
    winners: 10,
    reserves: 3,
    cost: { prizeKrw: 20_000, mediaKrw: 0, messageKrw: 0, aiKrw: 0, totalKrw: 20_000 },
    expectedEntries: { low: 100, mid: 200, high: 400, basis: 'fixture' },
    reach: [],
    odds: '예상 응모 200명 중 10명',
    copies: [],
    ...over,
  };
}

export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    mode: 'local',
    madeBy: ['knowledge-base'],
    knowledgeVersion: 'fixture',
    concepts: [aConcept({ id: 'safe' }), aConcept(), aConcept({ id: 'bold' })],
    chosen: 'balanced',
    schedule: aSchedule(),
    figures: [],
    findings: [],
    insights: [],
    ...over,
  };
}

/** A lottery that takes entries. */
export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  return {
    id: aCampaignId,
    slug: 'latte1',
    state: 'open',
    brief: aBrief(),
    mode: 'local',
    rehearsal: false,
    folder: '/campaigns/latte1',
    createdAt: '2026-11-20T00:00:00.000Z',
    plan: aPlan(),
    creatives: [],
    mediaVersion: 1,
    ...over,
  };
}

export function aFirstComeBrief(stock: number): Brief {
  const { draw, ...brief } = aBrief({ entry: { mechanic: 'first_come', stock } });
  return brief;
}

export function anEntryInput(over: Partial<EntryInput> = {}): EntryInput {
  return { name: '정재훈', phone: '010-1234-5678', consent: true, overFourteen: true, ...over };
}

/** The `no`th entry; each has its own phone, and no idempotency key. */
export function aSealedEntry(no: number, over: Partial<SealedEntry> = {}): SealedEntry {
  return {
    id: hexOf(no, 32),
    campaignId: aCampaignId,
    weight: 1,
    visited: false,
    marketingConsent: false,
    ownerTag: hexOf(no, 64),
    receivedAt: anInstant,
    blindIndex: hexOf(no, 64),
    sealedName: `name-${no}`,
    sealedPhone: `phone-${no}`,
    sealedSalt: `salt-${no}`,
    keyVersion: 1,
    requestHash: hexOf(no, 64),
    ...over,
  };
}

export function anEffectIntent(over: Partial<EffectIntent> = {}): EffectIntent {
  return {
    key: 'publish/instagram',
    idempotency: 'lookup',
    fingerprint: hexOf(1, 64),
    clientRef: 'a'.repeat(26),
    reservedKrw: 0,
    round: 1,
    preparedAt: anInstant,
    ...over,
  };
}

export function aPublication(over: Partial<Publication> = {}): Publication {
  return {
    campaignId: aCampaignId,
    channel: 'instagram',
    state: 'published',
    mode: 'sandbox',
    contentHash: hexOf(1, 64),
    costKrw: 0,
    at: anInstant,
    assumedProtocol: false,
    ...over,
  };
}

export function aNotice(over: Partial<Notice> = {}): Notice {
  return {
    entryId: hexOf(1, 32),
    slot: 'latte',
    state: 'sent',
    mode: 'sandbox',
    masked: '정*훈 · 5678',
    costKrw: 8,
    at: anInstant,
    ...over,
  };
}

export function anInsight(over: Partial<Insight> = {}): Insight {
  return {
    id: 'ins-1',
    storeKey: '온기커피|서울 마포구',
    campaignId: aCampaignId,
    mode: 'local',
    rehearsal: false,
    at: anInstant,
    objective: 'new_customer',
    methodId: 'qr_form',
    expectedEntries: 200,
    actualEntries: 180,
    visitors: 30,
    channels: ['instagram'],
    shared: false,
    rates: [],
    lessons: [],
    advice: [],
    ideas: [],
    sentence: '이 매장의 지난 이벤트에는 180명이 응모했습니다.',
    ...over,
  };
}

export function aReport(over: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    campaignId: aCampaignId,
    mode: 'local',
    rehearsal: false,
    at: anInstant,
    headline: { ko: '180명이 응모했습니다.', en: '180 people entered.' },
    entries: { accepted: 180, duplicates: 4, refused: 2, visitors: 30, marketingConsents: 20 },
    places: [],
    days: [],
    channels: [],
    winners: { winners: 10, reserves: 3, notified: 10, unreached: 0 },
    ai: [],
    messages: [],
    costKrw: { prize: 20_000, media: 0, message: 0, ai: 0, total: 20_000 },
    figures: [],
    findings: [],
    ...over,
  };
}
