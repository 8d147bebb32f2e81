import { expect, it } from 'vitest';
import { ko } from '../messages/ko.js';
import { aCampaign, aFinding, aPlan } from '../testing/fixtures.js';
import { approvalView } from './approval-view.js';
import { dryRunView } from './dry-run-view.js';
import { findingsView } from './findings-view.js';
import { planView } from './plan-view.js';

it('shows a plan with its price in won and its chance in people', () => {
  expect(planView(aPlan({ findings: [aFinding()] }), ko)).toMatchInlineSnapshot(`
    "기획안
    만든 곳: kt-event(기준 자료 2026-11)

                  안정형                ▶ 균형형              도전형
                  첫 방문 커피 이벤트   첫 방문 커피 이벤트   첫 방문 커피 이벤트
    이유          처음 오신 손님이      처음 오신 손님이      처음 오신 손님이
                  다시 오게 하는 데     다시 오게 하는 데     다시 오게 하는 데
                  드는 돈이 가장        드는 돈이 가장        드는 돈이 가장
                  적습니다.             적습니다.             적습니다.
    참여 방법     QR 응모               QR 응모               QR 응모
    경품          아메리카노 (4,500원)  아메리카노 (4,500원)  아메리카노 (4,500원)
                  10명                  10명                  10명
    당첨          10명, 예비 3명        10명, 예비 3명        10명, 예비 3명
    예상 응모     80~400명 (보통        80~400명 (보통        80~400명 (보통
                  200명)                200명)                200명)
    당첨 가능성   예상 응모 200명 중    예상 응모 200명 중    예상 응모 200명 중
                  10명                  10명                  10명
    비용          135,400원             135,400원             135,400원
    · 경품        15,000원              15,000원              15,000원
    · 광고        120,000원             120,000원             120,000원
    · 알림        400원                 400원                 400원

    일정
      응모 시작      2026-12-01 (화) 00:00
      응모 마감      2026-12-14 (월) 24:00
      추첨           2026-12-15 (화) 12:00
      발표           2026-12-15 (화) 14:00
      수령 기한      2026-12-22 (화) 24:00
      개인정보 파기  2027-01-14 (목) 24:00

    점검 결과
    반드시 고칠 것 0건 · 살펴볼 것 1건 · 참고 0건

    ! [주의] 경품이 5만 원을 넘으면 세금을 떼야 합니다. (PRIZE-01 — prizes.0)
      근거: 소득세법 §84 (2025-01-01부터)

    → 안을 고르려면 --choose, 비슷한 안을 시험해 보려면 --explore, 값을 바꿔 보려면
      --set, 저장하려면 --write. 숫자의 근거는 --explain"
  `);
});

it('shows findings, the gravest first', () => {
  const findings = [aFinding({ severity: 'info' }), aFinding({ severity: 'error' })];

  expect(findingsView(findings, ko)).toMatchInlineSnapshot(`
    "반드시 고칠 것 1건 · 살펴볼 것 0건 · 참고 1건

    ✖ [반드시] 경품이 5만 원을 넘으면 세금을 떼야 합니다. (PRIZE-01 — prizes.0)
      근거: 소득세법 §84 (2025-01-01부터)

    · [참고] 경품이 5만 원을 넘으면 세금을 떼야 합니다. (PRIZE-01 — prizes.0)
      근거: 소득세법 §84 (2025-01-01부터)"
  `);
});

it('shows what would be sent where', () => {
  expect(dryRunView({ plan: aPlan(), findings: [] }, ko)).toMatchInlineSnapshot(`
    "미리 보기
    ! 아무것도 보내거나 저장하지 않았습니다.

    ▶ 균형형 — 첫 방문 커피 이벤트  ← 고른 안
      이유         처음 오신 손님이 다시 오게 하는 데 드는 돈이 가장 적습니다.
      참여 방법    QR 응모
      경품         아메리카노 (4,500원) 10명
      당첨         10명, 예비 3명
      예상 응모    80~400명 (보통 200명)
      근거         매장 앞 QR과 우리동네TV 2주 [가정]
      당첨 가능성  예상 응모 200명 중 10명
      비용         경품 15,000원 + 광고 120,000원 + 알림 400원 + AI 0원 = 135,400원

    보낼 곳과 보낼 글

    ▶ 인스타그램
       첫 방문 이벤트
       QR을 찍고 응모하세요.
       #카페온도

    점검 결과
    ✔ 고칠 곳이 없습니다."
  `);
});

it('warns that a yes in live mode publishes for real', () => {
  const campaign = aCampaign({ mode: 'live' });

  expect(
    approvalView({ campaign, contentHash: 'abc' }, ko).split('\n').slice(-2).join('\n'),
  ).toMatchInlineSnapshot(`
    "내용 번호: abc
    ! 승인하면 실제로 공개됩니다: 인스타그램, 네이버 블로그, 카카오톡 채널"
  `);
});
