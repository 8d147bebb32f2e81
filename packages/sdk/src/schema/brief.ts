import { z } from 'zod';
import { briefChecks } from './brief-checks.js';
import { channelSchema, daySchema, instantSchema, krwSchema, objectiveSchema } from './primitives.js';
import { processorSchema } from './processor.js';
import { storeProfileSchema } from './store-profile.js';
import { visitCodeKindSchema, visitProofKindSchema } from './visit.js';
import { waiverSchema } from './waiver.js';

const winnersSchema = z.int().min(1).max(1_000);

const lotterySchema = z.strictObject({
  mechanic: z.literal('lottery').describe('추첨형'),
  winners: winnersSchema.describe('당첨자 수'),
  reserves: z.int().min(0).max(1_000).optional().describe('예비 당첨자 수. 비우면 당첨자의 30%, 3명 이상'),
  visitBonus: z.int().min(0).max(9).default(0).describe('매장 방문을 확인한 사람에게 더 주는 응모권 수'),
  visitProof: visitProofKindSchema
    .optional()
    .describe('방문 확인 방법: code 매장에 보이는 코드(기본), receipt 영수증 번호, either 둘 중 하나'),
  visitCode: visitCodeKindSchema
    .optional()
    .describe('매장 코드: rotating 화면에서 1분마다 바뀜(기본), daily 종이에 적는 하루 코드(더 약함)'),
  receiptPattern: z
    .string()
    .min(4)
    .max(40)
    .optional()
    .describe('영수증 번호 모양. #은 숫자, @는 글자, 나머지는 그대로. 예: 20##-####'),
});

const firstComeSchema = z.strictObject({
  mechanic: z.literal('first_come').describe('선착순형'),
  stock: winnersSchema.describe('준비한 수량'),
  rushSeconds: z
    .int()
    .min(5)
    .max(300)
    .optional()
    .describe('여는 순간부터 이 시간(초) 안에 온 사람끼리는 추첨합니다. 비우면 첫 사람부터 선착순'),
  holdMinutes: z
    .int()
    .min(5)
    .max(10_080)
    .optional()
    .describe('쿠폰을 잡아 두는 시간(분). 그 안에 쓰지 않으면 다음 사람에게 갑니다. 비우면 수령 기한까지'),
});

/** How people take part. */
const entryMechanicSchema = z.discriminatedUnion('mechanic', [lotterySchema, firstComeSchema]);
export type EntryMechanic = z.infer<typeof entryMechanicSchema>;

/** Whether lots are drawn among those who enter, or may be among some of them. */
export function drawsLots(entry: EntryMechanic): boolean {
  return entry.mechanic === 'lottery' || entry.rushSeconds !== undefined;
}

const prizeRequestSchema = z.strictObject({
  name: z.string().trim().min(1).max(30).describe('경품 이름'),
  valueKrw: krwSchema.describe('한 개의 시중 가격, 원'),
  costKrw: krwSchema.optional().describe('한 개를 준비하는 데 드는 돈, 원. 비우면 시중 가격'),
  quantity: z.int().min(1).max(1_000).describe('수량'),
  handOver: z
    .enum(['pickup', 'delivery', 'either'])
    .optional()
    .describe(
      '받는 방법: pickup 매장, delivery 배송, either 당첨자가 고름. 비우면 매장. 배송일 때만 주소를 받습니다',
    ),
});

/** What keeps programs away from the entries. */
const guardsSchema = z.strictObject({
  challenge: z
    .enum(['auto', 'always', 'off'])
    .default('auto')
    .describe('사람인지 확인하기. auto는 요청이 몰릴 때만'),
  phoneCode: z
    .boolean()
    .default(false)
    .describe('문자로 받은 인증번호가 있어야 응모. 한 건마다 요금이 듭니다'),
  codeBudgetKrw: krwSchema.optional().describe('인증 문자에 쓸 수 있는 돈, 원. 비우면 총예산의 10%'),
});

/** What a store knows of itself better than any knowledge base. */
const ownFiguresSchema = z.strictObject({
  weeklyVisits: z.int().min(1).max(1_000_000).optional().describe('한 주에 오는 손님 수'),
  averageTicketKrw: z.int().min(1).max(100_000_000).optional().describe('손님 한 명이 한 번에 쓰는 돈, 원'),
  marginPercent: z.int().min(1).max(100).optional().describe('100원을 팔면 재료비를 빼고 남는 돈, 원'),
});

const outdoorSchema = z.strictObject({
  kind: z
    .enum(['banner', 'street_poster', 'flyer'])
    .describe('banner 현수막, street_poster 벽보, flyer 전단'),
  permit: z.string().trim().min(2).max(60).optional().describe('허가·신고 번호나 지정 게시대 이름'),
});

/** What a person asks for: the campaign file, the wizard and the API all give this. */
export const briefInputSchema = z
  .strictObject({
    version: z.literal(1).describe('파일 형식 버전'),
    name: z.string().trim().min(1).max(40).describe('이벤트 이름'),
    store: storeProfileSchema,
    objective: objectiveSchema.describe('목적'),
    budgetKrw: krwSchema.describe('총예산, 원'),
    period: z.strictObject({
      start: daySchema.describe('응모 시작일'),
      end: daySchema.describe('응모 마감일 (그날 자정까지)'),
    }),
    entry: entryMechanicSchema,
    prizes: z.array(prizeRequestSchema).min(1).max(10).optional().describe('경품. 비우면 추천해 드립니다'),
    channels: z
      .array(channelSchema)
      .min(1)
      .refine((channels) => new Set(channels).size === channels.length, {
        error: 'A channel is listed twice',
        params: {
          ko: '같은 채널이 두 번 있습니다',
          fix: { ko: '겹치는 채널을 지우세요', en: 'Remove the repeat' },
        },
      })
      .describe('알릴 채널'),
    draw: z
      .strictObject({
        at: instantSchema.describe('추첨 시각, 예: 2026-12-15T12:00:00+09:00'),
        beacon: z.enum(['drand', 'witness', 'operator']).default('drand').describe('추첨에 쓰는 공개 난수'),
      })
      .optional()
      .describe('추첨. 선착순형에서는 rushSeconds와 함께만 씁니다'),
    concept: z
      .enum(['safe', 'balanced', 'bold', 'best', 'explore'])
      .default('balanced')
      .describe('고를 기획안. best는 가장 남을 것으로 보이는 안, explore는 비슷하면 덜 해 본 안'),
    video: z
      .boolean()
      .optional()
      .describe('15초 영상을 만들지. false면 그림과 글만 만들어 더 빠릅니다. 비우면 만듭니다'),
    processors: z
      .array(processorSchema)
      .max(5)
      .optional()
      .describe('개인정보 처리를 맡기는 곳. 응모 화면에 공개됩니다'),
    sales: z.strictObject({ csv: z.string() }).optional().describe('매출 CSV 파일 경로'),
    templates: z
      .string()
      .min(1)
      .optional()
      .describe('직접 만든 그림 템플릿의 폴더 경로, 예: ./templates. 비우면 KT_EVENT_TEMPLATES의 폴더'),
    design: z
      .strictObject({
        template: z
          .string()
          .optional()
          .describe('첫 시안의 템플릿 이름, 예: retro. 비우면 매장과 이벤트에 맞춰 고릅니다'),
        looks: z.int().min(1).max(3).optional().describe('만들 시안의 수. 비우면 3'),
        choice: z.int().min(1).max(3).optional().describe('알릴 시안의 번호. 비우면 1'),
      })
      .optional()
      .describe('그림의 모양'),
    guards: guardsSchema.optional().describe('자동 응모 막기. 비우면 challenge: auto'),
    consentNotices: z
      .enum(['auto', 'manual'])
      .optional()
      .describe(
        '소식 받기에 동의·철회한 사람에게 처리 결과를 알리는 방법: auto 저절로(요금은 예산에서), manual 명령으로. 비우면 manual',
      ),
    taxBearer: z
      .enum(['winner', 'store'])
      .optional()
      .describe('5만원이 넘는 경품의 제세공과금을 누가 내는지: winner 당첨자(기본), store 매장'),
    own: ownFiguresSchema.optional().describe('우리 매장 숫자. 비우면 업종 경험값으로 계산합니다'),
    outdoor: z
      .array(outdoorSchema)
      .max(10)
      .optional()
      .describe('매장 밖에 거는 것. 현수막·벽보·전단은 허가나 신고가 필요합니다'),
    waivers: z
      .array(waiverSchema)
      .max(20)
      .optional()
      .describe('규칙에 걸려도 진행하는 사유. 법이 예외 없이 금지하는 것은 넘어갈 수 없습니다'),
  })
  .check(...briefChecks);

/** What a caller may omit is optional here. */
export type BriefInput = z.input<typeof briefInputSchema>;
/** What the code works on: every default filled in. */
export type Brief = z.output<typeof briefInputSchema>;
