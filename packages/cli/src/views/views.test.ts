import { expect, it } from 'vitest';
import { en } from '../messages/en.js';
import { ko } from '../messages/ko.js';
import { anInsight } from '../testing/an-insight.js';
import {
  aCampaign,
  aConcept,
  aFinding,
  anEffect,
  aPlan,
  aPublication,
  aRehearsalResult,
  aReport,
  aStatus,
} from '../testing/fixtures.js';
import { displayWidth } from './display-width.js';
import { dryRunView } from './dry-run-view.js';
import { effectsView } from './effects-view.js';
import { insightView } from './insight-view.js';
import { pageColumns } from './layout.js';
import { planView } from './plan-view.js';
import { publicationsView } from './publications-view.js';
import { rehearsalView } from './rehearsal-view.js';
import { measuredView, reportView } from './report-view.js';
import { overviewView, statusView } from './status-view.js';
import { verificationView } from './verification-view.js';

const verification = {
  valid: false,
  level: 'drand' as const,
  checks: [
    { id: 'seed' as const, ok: true, ko: '씨앗을 다시 계산해도 같습니다.', en: 'The seed is right.' },
    { id: 'winners' as const, ok: false, ko: '당첨자가 다릅니다.', en: 'The winners differ.' },
  ],
  proves: { ko: '아무것도 알 수 없습니다.', en: 'Nothing.' },
  doesNotProve: { ko: '응모자가 실제 사람인지는 알 수 없습니다.', en: 'That entrants are people.' },
};

it('says of each publication whether anything real was sent', () => {
  const error = {
    code: 'PROVIDER_005',
    message: { ko: '연결할 수 없습니다', en: 'x' },
    hint: { ko: '다시 하세요.', en: 'y' },
  };
  const publications = [
    aPublication({ channel: 'naver_blog' }),
    aPublication({ mode: 'sandbox', state: 'published' }),
    aPublication({ mode: 'live', state: 'published', url: 'https://instagram.com/p/1', costKrw: 12_000 }),
    aPublication({ channel: 'ringo_biz', mode: 'live', state: 'failed', assumedProtocol: true, error }),
  ];

  expect(publicationsView(publications, ko)).toMatchInlineSnapshot(`
    "▣ 네이버 블로그: 꾸러미 준비됨
      · 실제로 보내지 않았습니다. 꾸러미를 직접 올려 주세요
    ✔ 인스타그램: 공개됨
      · 연습용 채널에 보냈습니다. 실제로 보낸 것이 아닙니다
    ✔ 인스타그램: 공개됨 · 12,000원
      · https://instagram.com/p/1
    ✖ 링고비즈: 실패
      · 연결할 수 없습니다 (PROVIDER_005)
      → 다시 하세요."
  `);
});

it('shows how far a campaign is', () => {
  const entries = { accepted: 212, duplicates: 3, refused: 1, visitors: 90, marketingConsents: 0 };
  const status = aStatus({
    entries,
    publications: [aPublication()],
    effects: [anEffect()],
    remainingStock: 12,
  });

  expect(statusView(status, ko)).toMatchInlineSnapshot(`
    "cmp-abcdefghijkl  기획됨  첫 방문 QR 이벤트

      응모 기간  2026-12-01 ~ 2026-12-14
      응모       212명 (매장 방문 90명), 중복 3건, 거절 1건
      남은 수량  12개
      실행       때를 기다림
      폴더       /data/kt-event-out/first1

    배포
    ▣ 인스타그램: 꾸러미 준비됨
      · 실제로 보내지 않았습니다. 꾸러미를 직접 올려 주세요
      → 직접 올린 뒤: kt-event publications confirm cmp-abcdefghijkl instagram --url
        <주소>

    ! 실행되었는지 알 수 없는 외부 호출이 1건 있습니다. \`kt-event effects list\`로
      확인해 주세요.

    → 다음: kt-event resume cmp-abcdefghijkl"
  `);
});

it('lists campaigns, and how often memory answered', () => {
  const unread = { reads: 0, hits: 0, hitRate: null, since: null, until: null };
  const since = { since: '2026-11-24T01:00:00.000Z', until: '2026-11-24T02:00:00.000Z' };
  const asked = { reads: 1_000, hits: 799, hitRate: 0.799, ...since };
  const trends = { ...asked, sources: [{ source: 'kma' as const, ...asked }] };
  const caches = { days: 7, plans: unread, trends };

  const all = { campaigns: [aCampaign(), aCampaign({ rehearsal: true })], caches, consents: [] };
  expect(overviewView(all, ko)).toMatchInlineSnapshot(`
    "cmp-abcdefghijkl  기획됨  첫 방문 QR 이벤트
    cmp-abcdefghijkl  기획됨  첫 방문 QR 이벤트 [리허설]

    기억에서 답한 비율 (최근 7일, 이 데이터를 쓰는 모든 프로그램)
     · AI 기획안: 아직 물은 적이 없어 비율이 없습니다
     · 흐름 자료: 1000번 중 799번 (79%) · 2026-11-24 (화) 10:00부터 셈
       · 기상청 예보: 1000번 중 799번 (79%)"
  `);
  const of = { campaignId: 'cmp-abcdefghijkl', campaignName: '첫 방문 QR 이벤트' };
  const consents = [{ ...of, notice: 'result', people: 3, dueOn: '2026-12-15' } as const];
  const none = overviewView({ campaigns: [], caches, consents }, ko);
  expect(none).toContain('아직 이벤트가 없습니다');
  expect(none).toContain('! 동의 처리 결과를 알려야 할 3명, 2026-12-15까지:');
  expect(none).toContain('→ kt-event privacy consents cmp-abcdefghijkl');
});

it('gives the command that decides about an effect', () => {
  expect(effectsView([anEffect()], ko)).toMatchInlineSnapshot(`
    "? run-1/publish:ringo_biz: 결정 필요
      · 2026-12-01 (화) 09:00, 1번 시도
      → kt-event effects resolve run-1/publish:ringo_biz --happened 또는 --not"
  `);
});

it('explains each check of a draw', () => {
  expect(verificationView(verification, ko)).toMatchInlineSnapshot(`
    "✖ 추첨 기록이 맞지 않습니다. 이 당첨 결과를 믿지 마세요.

      ✔ 씨앗을 다시 계산해도 같습니다.
      ✖ 당첨자가 다릅니다.

    · 누구도 결과를 조작할 수 없는 공개 난수로 뽑았습니다

    이것으로 알 수 있는 것
    · 아무것도 알 수 없습니다.

    이것으로 알 수 없는 것
    · 응모자가 실제 사람인지는 알 수 없습니다."
  `);
});

it('begins a report with its own sentence and calls a doubtful uplift doubtful', () => {
  expect(reportView(aReport(), ko)).toMatchInlineSnapshot(`
    "쓴 돈보다 84,600원이 더 남았습니다.

      응모         212명 응모, 90명이 매장에 왔습니다
      당첨         10명 당첨, 10명에게 알렸고 0명에게는 닿지 않았습니다
      비용         경품 15,000원 + 광고 120,000원 + 알림 400원 + AI 0원 = 135,400원
      매출         4,400,000원 (평소 4,000,000원)
      늘어난 매출  400,000원 (-20,000원 ~ 820,000원). 우연일 수 있습니다: 늘었다고
                   말하기에는 자료가 부족합니다
      남은 돈      84,600원

    채널
    · 인스타그램: 공개됨 (실제)"
  `);
});

it('begins a rehearsal with what it was not', () => {
  expect(rehearsalView(aRehearsalResult(), ko)).toMatchInlineSnapshot(`
    "리허설이 끝났습니다: 첫 방문 QR 이벤트
    ! 리허설: 실제로 알린 사람도, 당첨된 사람도 없습니다. 손님과 채널은 모두 이
      컴퓨터 안의 연습용입니다.

      응모       가상의 손님 60명 중 55명 응모 완료, 중복 4건, 거절 1건
      추첨       당첨 1명, 예비 0명. 기록을 처음부터 다시 계산해 맞는 것을
                 확인했습니다
      당첨 알림  연습용 알림 1건: 정*훈 · 5678
      소식 동의  동의한 12명 중 12명에게 연습용 문자로 처리 결과를 알림
      경품       1명 받음, 0명 기한 지남, 0명 사양, 예비에서 0명 올라옴
      비용       135,400원

    리허설이라 매출은 계산하지 않았습니다.

    배포
    ✔ 인스타그램: 공개됨
      · 연습용 채널에 보냈습니다. 실제로 보낸 것이 아닙니다

    점검 결과
    ✔ 고칠 곳이 없습니다.

    만든 파일 1개: /data/kt-event-out/first1
    · poster.pdf
    · 추첨을 직접 검증하려면: kt-event verify
      /data/kt-event-out/first1/transcript.json"
  `);
});

it('fits eighty columns in both languages, whatever the length of a sentence', () => {
  const long = '가나다라마바사 아자차카타파하 '.repeat(20);
  const plan = aPlan({
    concepts: [
      aConcept({ reason: long }),
      aConcept({ id: 'safe', title: long }),
      aConcept({ id: 'bold', odds: 'x'.repeat(300) }),
    ],
    findings: [aFinding({ message: { ko: long, en: long } })],
  });
  const pages = [ko, en].flatMap((messages) => [
    planView(plan, messages),
    dryRunView({ plan, findings: plan.findings }, messages),
    reportView(aReport(), messages),
    rehearsalView(aRehearsalResult(), messages),
    verificationView(verification, messages),
    statusView(aStatus(), messages),
  ]);

  const widest = Math.max(...pages.flatMap((page) => page.split('\n').map(displayWidth)));

  expect(widest).toBeLessThanOrEqual(pageColumns);
});

it('shows what was learnt, what to try and what comes next; what several rest on is said once', () => {
  const idea = {
    season: 'christmas',
    start: '2026-12-01',
    end: '2026-12-25',
    prepareFrom: '2026-11-10',
    methodId: 'qr_form',
  };
  const basis = '우리 매장에서 1회, 추산 100명 중 20명이 참여했습니다.';
  const insight = anInsight({
    lessons: ['응모한 40명 중 12명이 처음 온 손님이었습니다.'],
    advice: [{ text: 'QR을 계산대에 두어 보세요.', basis: '100명 중 2명.' }],
    ideas: [
      { ...idea, text: '크리스마스에 열어 보세요.', basis },
      { ...idea, text: '연말에 열어 보세요.', basis },
    ],
  });

  expect(insightView(insight, ko)).toMatchInlineSnapshot(`
    "✔ 응모 212명(예상 200명).

    본 것
    · 응모한 40명 중 12명이 처음 온 손님이었습니다.

    다음에 해 볼 것
    · QR을 계산대에 두어 보세요.
        근거: 100명 중 2명.

    다가오는 계절에
    · 크리스마스에 열어 보세요.
    · 연말에 열어 보세요.
        근거: 우리 매장에서 1회, 추산 100명 중 20명이 참여했습니다.

    · 함께 있었던 일을 적은 것이고, 무엇이 무엇을 일으켰다는 뜻은 아닙니다."
  `);
  expect(measuredView({ ...aReport(), insight }, ko)).toContain('다음에 해 볼 것');
  expect(measuredView(aReport(), ko)).not.toContain('다음에 해 볼 것');
});
