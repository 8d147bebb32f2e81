import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.js';
import { openProgramStandIn } from '../../testing/program-stand-in.js';
import { aSmallBrief } from '../../testing/small-brief.js';

/** Takes every clip, and finds something to see in it. */
const seesSomething = 'cat > /dev/null; head -c 200000 /dev/urandom';

/** A campaign's surroundings where a model paints clips and a program shows them. */
export interface ClipStage {
  readonly world: CampaignWorld;
  environment(over?: Record<string, string>): Record<string, string>;
  /** What the model was asked for, and how often it was looked after. */
  requests(method: 'GET' | 'POST'): ReturnType<CampaignWorld['sandbox']['requests']>;
  close(): Promise<void>;
}

/** Two films, and a channel that shows none. */
export const clipBrief = aSmallBrief({ channels: ['instagram', 'genie_tv', 'kakao_channel'] });

export async function openClipStage(): Promise<ClipStage> {
  const world = await openCampaignWorld();
  const ffmpeg = await openProgramStandIn('ffmpeg', seesSomething);
  return {
    world,
    environment: (over = {}) => ({
      ...world.sandbox.environment(),
      KT_EVENT_VIDEO_MODEL: 'runway',
      PATH: ffmpeg.folder,
      ...over,
    }),
    requests: (wanted) => world.sandbox.requests('runway').filter(({ method }) => method === wanted),
    async close() {
      await ffmpeg.remove();
      await world.close();
    },
  };
}
