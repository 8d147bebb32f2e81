import type {
  Brief,
  Campaign,
  CampaignStatus,
  Concept,
  Effect,
  Finding,
  NoticeTemplate,
  Plan,
  Publication,
  Report,
  Run,
} from '@kt-event/sdk';
import { exampleCampaign } from '../campaign-file/example-campaign.js';
import { parseCampaign } from '../campaign-file/parse-campaign.js';
import type { RehearsalResult } from '../rehearsal/rehearsal-result.js';

/** Valid by default; a test shows only what matters to it. */
function aBrief(over: Partial<Brief> = {}): Brief {
  return { ...parseCampaign(exampleCampaign({ today: '2026-11-24' }), 'campaign.yaml'), ...over };
}

export function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'PRIZE-01',
    severity: 'warn',
    phase: 'plan',
    message: { ko: '경품이 5만 원을 넘으면 세금을 떼야 합니다.', en: 'Tax is withheld above 50,000 KRW.' },
    source: '소득세법 §84',
    status: 'checked',
    since: '2025-01-01',
    path: 'prizes.0',
    ...over,
  };
}

export function aConcept(over: Partial<Concept> = {}): Concept {
  return {
    id: 'balanced',
    title: '첫 방문 커피 이벤트',
    reason: '처음 오신 손님이 다시 오게 하는 데 드는 돈이 가장 적습니다.',
    method: { id: 'qr_lottery', name: 'QR 응모' },
    prizes: [{ id: 'coffee', name: '아메리카노', quantity: 10, valueKrw: 4_500, costKrw: 1_500 }],
    winners: 10,
    reserves: 3,
    cost: { prizeKrw: 15_000, mediaKrw: 120_000, messageKrw: 400, aiKrw: 0, totalKrw: 135_400 },
    expectedEntries: { low: 80, mid: 200, high: 400, basis: '매장 앞 QR과 우리동네TV 2주 [가정]' },
    reach: [],
    odds: '예상 응모 200명 중 10명',
    copies: [
      {
        channel: 'instagram',
        title: '첫 방문 이벤트',
        body: 'QR을 찍고 응모하세요.',
        hashtags: ['카페온도'],
      },
    ],
    ...over,
  };
}

export function aPlan(over: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    mode: 'local',
    madeBy: ['knowledge-base'],
    knowledgeVersion: '2026-11',
    concepts: [aConcept({ id: 'safe' }), aConcept(), aConcept({ id: 'bold' })],
    chosen: 'balanced',
    schedule: {
      opensAt: '2026-12-01T00:00:00+09:00',
      closesAt: '2026-12-15T00:00:00+09:00',
      drawAt: '2026-12-15T12:00:00+09:00',
      announceAt: '2026-12-15T14:00:00+09:00',
      claimUntil: '2026-12-23T00:00:00+09:00',
      deleteAt: '2027-01-15T00:00:00+09:00',
    },
    figures: [],
    findings: [],
    insights: [],
    ...over,
  };
}

export function aCampaign(over: Partial<Campaign> = {}): Campaign {
  return {
    id: 'cmp-abcdefghijkl',
    slug: 'first1',
    state: 'planned',
    brief: aBrief(),
    mode: 'local',
    rehearsal: false,
    folder: '/data/kt-event-out/first1',
    createdAt: '2026-11-24T10:00:00+09:00',
    plan: aPlan(),
    creatives: [],
    mediaVersion: 1,
    ...over,
  };
}

export function aPublication(over: Partial<Publication> = {}): Publication {
  return {
    campaignId: 'cmp-abcdefghijkl',
    channel: 'instagram',
    state: 'prepared',
    mode: 'local',
    contentHash: 'c0ffee',
    costKrw: 0,
    at: '2026-12-01T09:00:00+09:00',
    assumedProtocol: false,
    ...over,
  };
}

export function anEffect(over: Partial<Effect> = {}): Effect {
  return {
    id: 'run-1/publish:ringo_biz',
    runId: 'run-1',
    key: 'publish:ringo_biz',
    idempotency: 'none',
    state: 'parked',
    fence: 1,
    attempts: 1,
    fingerprint: 'f',
    clientRef: 'ref',
    round: 1,
    preparedAt: '2026-12-01T09:00:00+09:00',
    reservedKrw: 0,
    settledKrw: 0,
    intentAt: '2026-12-01T09:00:00+09:00',
    ...over,
  };
}

function aRun(over: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    definition: 'campaign',
    version: 1,
    input: {},
    subject: 'cmp-abcdefghijkl',
    state: 'waiting',
    fence: 1,
    priority: 1,
    createdAt: '2026-11-24T10:00:00+09:00',
    updatedAt: '2026-11-24T10:00:00+09:00',
    ...over,
  };
}

export function aStatus(over: Partial<CampaignStatus> = {}): CampaignStatus {
  return {
    campaign: aCampaign(),
    run: aRun(),
    publications: [],
    entries: { accepted: 0, duplicates: 0, refused: 0, visitors: 0, marketingConsents: 0 },
    guards: noGuards,
    remainingStock: undefined,
    draw: undefined,
    notices: [],
    report: undefined,
    insight: undefined,
    effects: [],
    ...over,
  };
}

export function aNoticeTemplate(over: Partial<NoticeTemplate> = {}): NoticeTemplate {
  return {
    kind: 'winner',
    text: '[#{매장}] 당첨 안내\n#{이름}님',
    variable: 'SOLAPI_TEMPLATE_WINNER',
    sentAs: 'text',
    ...over,
  };
}

export function aReport(over: Partial<Report> = {}): Report {
  return {
    schemaVersion: 1,
    campaignId: 'cmp-abcdefghijkl',
    mode: 'local',
    rehearsal: false,
    at: '2027-01-02T10:00:00+09:00',
    headline: { ko: '쓴 돈보다 84,600원이 더 남았습니다.', en: '84,600 KRW more came in than went out.' },
    entries: { accepted: 212, duplicates: 3, refused: 1, visitors: 90, marketingConsents: 40 },
    places: [],
    days: [],
    channels: [{ channel: 'instagram', state: 'published', mode: 'live', costKrw: 0 }],
    winners: { winners: 10, reserves: 3, notified: 10, unreached: 0 },
    ai: [],
    messages: [],
    costKrw: { prize: 15_000, media: 120_000, message: 400, ai: 0, total: 135_400 },
    uplift: {
      baselineKrw: 4_000_000,
      actualKrw: 4_400_000,
      incrementalKrw: 400_000,
      lowKrw: -20_000,
      highKrw: 820_000,
      proven: false,
    },
    incrementalContributionKrw: 84_600,
    figures: [],
    findings: [],
    ...over,
  };
}

export function aRehearsalResult(over: Partial<RehearsalResult> = {}): RehearsalResult {
  return {
    rehearsal: true,
    campaign: {
      id: 'cmp-abcdefghijkl',
      slug: 'first1',
      name: '첫 방문 QR 이벤트',
      state: 'settled',
      mode: 'sandbox',
      folder: '/data/kt-event-out/first1',
    },
    plan: { concepts: [], chosen: 'balanced' },
    creatives: [{ kind: 'poster', channel: 'print', path: 'poster.pdf', bytes: 120_000 }],
    publications: [{ channel: 'instagram', state: 'published', mode: 'sandbox', assumedProtocol: false }],
    entries: { sent: 60, accepted: 55, duplicates: 4, refused: 1, visitors: 20 },
    draw: {
      transcript: '/data/kt-event-out/first1/transcript.json',
      level: 'sandbox',
      valid: true,
      winners: [{ slot: 'coffee-1', entryId: 'a'.repeat(32) }],
      reserves: [],
    },
    notices: { sent: 1, failed: 0, waiting: 0, masked: ['정*훈 · 5678'] },
    consents: { given: 12, told: 12 },
    prizes: { claimed: 1, expired: 0, declined: 0, promoted: 0 },
    report: { roi: null, costKrw: 135_400, headline: '리허설이라 매출은 계산하지 않았습니다.', findings: [] },
    timings: {},
    ...over,
  };
}

const noGuards: CampaignStatus['guards'] = {
  turnedAway: { challenge: 0, honeypot: 0, limit: 0, code: 0, code_limit: 0, code_budget: 0 },
  codesSent: 0,
  codesKrw: 0,
};
