import type { NoticeKind } from '../schema/notice.js';

interface Telling {
  readonly title: string;
  readonly lines: readonly string[];
  /** Why they may be written to: without this sentence Kakao takes it for advertising. Source: AlimTalk policy, 2026-04-01. */
  readonly ground: string;
}

const prize = {
  lines: [
    '수령 확인: #{수령확인}',
    '확인 기한: #{기한}까지. 기한 안에 확인이 없으면 예비 순번으로 넘어갑니다.',
    '추첨 결과 확인: #{결과확인}',
  ],
  ground: '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.',
};

const told: Readonly<Record<NoticeKind, Telling>> = {
  winner: {
    ...prize,
    title: '당첨 안내',
    lines: ["#{이름}님, 참여하신 '#{이벤트}' 추첨 결과 '#{경품}'에 당첨되셨습니다.", ...prize.lines],
  },
  reminder: {
    ...prize,
    title: '당첨 확인 기한 안내',
    lines: ["#{이름}님, '#{이벤트}'에서 당첨되신 '#{경품}'의 수령 확인을 기다리고 있습니다.", ...prize.lines],
  },
  void: {
    title: '추첨 무효 안내',
    lines: [
      "#{이름}님, 참여하신 '#{이벤트}' 추첨이 무효가 되었습니다.",
      "먼저 안내해 드린 '#{경품}' 당첨도 무효가 되어 경품을 드릴 수 없습니다. 죄송합니다.",
      '당첨 안내 페이지: #{수령확인}',
      '무효 까닭과 기록: #{결과확인}',
    ],
    ground: '※ 고객님이 참여하신 이벤트의 당첨 안내에 이어 드리는 안내입니다.',
  },
};

/**
 * What a notice says, to the character: as a text message, and as the template that the store has approved for
 * AlimTalk. Changing a word means another approval for everybody.
 */
export function noticeTemplate(kind: NoticeKind): string {
  const { title, lines, ground } = told[kind];
  return [`[#{매장}] ${title}`, ...lines, '문의 #{문의}', ground].join('\n');
}

/** By the names that stand in `#{…}`. */
export type NoticeVariables = Readonly<
  Record<'매장' | '이름' | '이벤트' | '경품' | '수령확인' | '기한' | '결과확인' | '문의', string>
>;

/** Those that the template has a place for: Kakao takes none too many. */
export function variablesOf(kind: NoticeKind, variables: NoticeVariables): Readonly<Record<string, string>> {
  const template = noticeTemplate(kind);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => template.includes(`#{${name}}`)));
}

/** Puts each value in its place, once: a value that looks like a name of another is text. */
export function fillTemplate(kind: NoticeKind, variables: NoticeVariables): string {
  return noticeTemplate(kind).replace(
    /#\{([^}]+)\}/g,
    (_whole, name: keyof NoticeVariables) => variables[name],
  );
}
