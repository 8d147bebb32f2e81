import { addDays, instantOfDay } from '../../schema/seoul-time.js';
import type { ChannelPost } from '../channel.js';
import { checkKtPost } from './check-kt-post.js';
import { type KtChannelName, ktChannels } from './kt-channels.js';
import { chooseKtCreative, type KtCreative, ktSpecs } from './kt-creative.js';
import type { Submission } from './submission.js';

/** Tells the owner what to mend, what to look at, what to do, and which command records each step. */
export function toChecklist({ channel, post, regionCodes }: Submission): string {
  const { name, reviewDays } = ktChannels[channel];
  const { start } = post.period;
  const problems = checkKtPost(channel, post, regionCodes).map(({ ko }) => ko);
  const looks = looksAt(channel, chooseKtCreative(channel, post));
  return [
    `${name}에 신청할 자료입니다.`,
    '',
    '※ 아직 아무 데도 신청되지 않았습니다. 아래 순서대로 직접 신청해 주세요.',
    '※ KT는 이 상품의 규격을 공개하지 않습니다. 아래 규격은 비슷한 매체의 것이니 신청할 때 확인하세요.',
    '',
    '[고칠 것]',
    ...(problems.length === 0 ? ['없습니다.'] : problems.map(toBox)),
    '',
    '[직접 확인할 것]',
    ...looks.map(toBox),
    '',
    '[순서]',
    `1. 심사에 길면 영업일로 ${reviewDays}일 걸립니다. 늦어도 ${latestOrderDay(start, reviewDays)}까지 신청하세요. (주말만 뺐습니다. 공휴일이 끼면 더 서두르세요.)`,
    '2. 파일이 그대로인지 보려면 이 폴더에서 `sha256sum -c SHA256SUMS`를 실행하세요. (빈칸을 적은 신청서.txt는 다르다고 나옵니다.)',
    '3. 신청서.txt와 creatives 폴더, script.txt를 KT 담당자나 대행사에 보냅니다. (공개된 접수 주소는 없습니다.)',
    '4. 한 단계가 끝날 때마다 아래 명령으로 적어 두세요.',
    '',
    ...commandsOf(channel, post),
    '',
    '신청서의 빈칸은 적어 넣어도 됩니다. 소재나 문구를 고치면 승인한 내용과 달라지니, 이벤트를 다시 만들어 승인하세요.',
  ].join('\n');
}

function toBox(text: string): string {
  return `[ ] ${text}`;
}

function looksAt(channel: KtChannelName, creative: KtCreative | undefined): string[] {
  const common = ['사업자등록증 사본과, 상품·할인의 증빙 자료를 함께 준비했나요?'];
  switch (creative?.kind) {
    case undefined:
      return ['광고 영상 제작을 KT나 대행사에 함께 신청했나요?', ...common];
    case 'image':
      return [
        toPictureLook(channel),
        '글자가 화면 높이의 1/20보다 크고, 가장자리 5% 안쪽에 있나요?',
        ...common,
      ];
    case 'video':
      return [...toFilmLooks(channel), ...common];
    case 'audio':
      return [
        '음원이 8 또는 16kHz, 16비트, 모노이고 20~40초인가요?',
        ...scriptLooks(creative.words),
        ...common,
      ];
    case 'script':
      return ['녹음을 KT에 함께 신청했나요?', ...scriptLooks(creative.words), ...common];
  }
}

const lengths = ktSpecs.video.seconds.join('·');

function toPictureLook(channel: KtChannelName): string {
  return channel === 'genie_tv'
    ? `영상이 없어 그림을 스토리보드로 냅니다. ${lengths}초 영상 제작을 함께 신청했나요?`
    : '그림 한 장으로 내보내도 되는지 확인했나요?';
}

function toFilmLooks(channel: KtChannelName): string[] {
  const length = `영상이 ${lengths}초 가운데 하나인가요? (H.264 MP4)`;
  return channel === 'genie_tv' ? [length, '29.97fps, 소리는 AAC, 음량은 -24 LKFS인가요?'] : [length];
}

function scriptLooks(words: string): string[] {
  const { length } = [...words.trim()];
  const ending = '멘트에 끝나는 날이 있고, 쿠폰 번호는 없나요?';
  const { easy } = ktSpecs.script;
  return length > easy
    ? [`멘트가 ${length}자입니다. ${easy}자를 넘으면 30초에 읽기 바쁩니다.`, ending]
    : [ending];
}

/** Monday to Friday counts; public holidays are not known here. */
function latestOrderDay(start: string, workingDays: number): string {
  let day = start;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, -1);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}

function commandsOf(channel: KtChannelName, { campaignId, period }: ChannelPost): string[] {
  const mark = `kt-event publications mark ${campaignId} ${channel}`;
  return [
    `신청했을 때: ${mark} submitted`,
    `심사에 들어갔을 때: ${mark} in-review`,
    `시작 날짜를 받았을 때: ${mark} scheduled --at ${instantOfDay(period.start)}`,
    `나오기 시작했을 때: ${mark} live`,
    `거절됐을 때: ${mark} refused --reason "들은 이유"`,
  ];
}
