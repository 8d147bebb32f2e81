import { addDays } from '@kt-event/sdk';

/** What `init` was told; the rest is an example to overwrite. */
export interface CampaignAnswers {
  readonly store?: string | undefined;
  readonly name?: string | undefined;
  readonly industry?: string | undefined;
  readonly region?: string | undefined;
  readonly phone?: string | undefined;
  readonly businessNumber?: string | undefined;
  readonly budgetKrw?: number | undefined;
  /** Day in Seoul; the example starts a week later. */
  readonly today: string;
}

const openChannels = 'instagram, naver_blog, kakao_channel';
const allChannels = `wooridongne_tv, ringo_biz, genie_tv, ${openChannels}`;

/** A campaign file with a comment on every line, ready to be edited. */
export function exampleCampaign({
  store = '카페 온도',
  name = '첫 방문 QR 이벤트',
  industry = 'cafe',
  region = '서울 마포구',
  phone = '02-1234-5678',
  businessNumber,
  budgetKrw = 300_000,
  today,
}: CampaignAnswers): string {
  const start = addDays(today, 7);
  const end = addDays(start, 13);
  const drawDay = addDays(end, 1);
  return `# yaml-language-server: $schema=./campaign.schema.json
# 이벤트 파일입니다. 값을 고친 뒤 \`kt-event check 파일이름\`으로 확인하세요.
version: 1
name: ${quote(name)}                # 이벤트 이름 (40자까지)
store:
  name: ${quote(store)}             # 매장 이름
  industry: ${quote(industry)}      # cafe 카페, restaurant 음식점, salon 미용실, gym 헬스장, academy 학원, convenience 편의점,
                                    # florist 꽃집, bakery 빵집, apparel 옷가게, nail 네일숍, clinic 병의원, pet 반려동물
  region: ${quote(region)}          # 지역
  phone: ${quote(phone)}            # 매장 전화번호
  ${businessNumber ? '' : '# '}businessNumber: ${businessNumber ?? '000-00-00000'}  # 사업자등록번호. 우리동네TV, 링고비즈, 지니TV에 알리려면 씁니다
objective: new_customer             # new_customer 새 손님, revisit 다시 오기, sales_uplift 매출, awareness 알리기, review_ugc 후기
budgetKrw: ${budgetKrw}             # 총예산, 원. 쉼표 없이 숫자만
period:
  start: ${start}                   # 응모 시작일
  end: ${end}                       # 응모 마감일 (그날 자정까지)
entry:
  mechanic: lottery                 # lottery 추첨형. 선착순형은 { mechanic: first_come, stock: 50 }
                                    # 선착순형에 rushSeconds: 10을 더하면 첫 10초에 온 사람끼리는 추첨
  winners: 10                       # 당첨자 수
  reserves: 3                       # 예비 당첨자 수
  visitBonus: 2                     # 매장에 온 손님에게 더 주는 응모권 수
# prizes:                           # 경품. 비워 두면 예산에 맞춰 추천합니다
#   - { name: 아메리카노 쿠폰, valueKrw: 4500, quantity: 10 }
channels: [${businessNumber ? allChannels : openChannels}]
                                    # wooridongne_tv 우리동네TV, ringo_biz 링고비즈, genie_tv 지니TV는 사업자등록번호가 있어야 합니다
draw:
  at: ${drawDay}T12:00:00+09:00     # 추첨 시각. 응모 마감 10분 뒤부터
  beacon: drand                     # 누구도 미리 알 수 없는 공개 난수
concept: balanced                   # 고를 기획안: safe, balanced, bold, best, explore
`.replace(/ {2,}#/g, '  #');
}

/** JSON strings are YAML strings, whatever a person typed. */
const quote = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u.test(text) ? plain(text) : JSON.stringify(text);

/** A word that YAML would read as something else keeps its quotes. */
const plain = (text: string): string =>
  /^(?:[\d._-]+|0[xo][\da-f]+|true|false|null)$/i.test(text.trim()) ? JSON.stringify(text) : text.trim();
