import type { Effect, Publication } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';

/** What else is known of the campaign; without it no command is proposed. */
export interface PublicationsContext {
  readonly campaignId: string;
  readonly effects: readonly Effect[];
}

type Unfinished = Pick<Publication, 'channel' | 'state' | 'mode' | 'error'>;

/** The one command that brings a publication further, when a person has to. */
export function finishingCommand(
  { channel, state, mode, error }: Unfinished,
  { campaignId, effects }: PublicationsContext,
  { publications: words }: Messages,
): string | undefined {
  const parked = effects.find((effect) => effect.state === 'parked' && effect.key.endsWith(`/${channel}`));
  switch (state) {
    case 'held':
      return words.distribute(`kt-event distribute ${campaignId} --channel ${channel}`);
    case 'failed': {
      const flag = error?.code === 'USER_039' ? '--allow-duplicate' : '--retry-failed';
      return words.again(`kt-event distribute ${campaignId} ${flag} --channel ${channel}`);
    }
    case 'in_doubt':
      return parked
        ? words.decide(`kt-event effects show ${parked.id}`)
        : words.ask(`kt-event resume ${campaignId}`);
    case 'prepared':
      return canBeFetched(channel)
        ? words.confirm(`kt-event publications confirm ${campaignId} ${channel} --url <주소>`)
        : words.mark(`kt-event publications mark ${campaignId} ${channel} ${firstStep(channel)}`);
    case 'submitted':
    case 'in_review':
    case 'scheduled':
      return mode === 'local'
        ? words.mark(`kt-event publications mark ${campaignId} ${channel} <live|refused>`)
        : words.ask(`kt-event publications refresh ${campaignId}`);
    default:
      return undefined;
  }
}

/** Posts with an address that anybody can open. */
function canBeFetched(channel: Publication['channel']): boolean {
  return channel === 'naver_blog' || channel === 'instagram';
}

/** KT looks at what it is given; a message that a person has sent is out. */
function firstStep(channel: Publication['channel']): 'live' | 'submitted' {
  return channel === 'kakao_channel' ? 'live' : 'submitted';
}
