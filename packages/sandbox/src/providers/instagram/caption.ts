import { toSeoulDay } from '../../seoul-time.js';
import { graphErrors, refuseGraph } from './graph-error.js';

const longestCaption = 2_200;
/** Instagram announced the lower limit on 2025-12-18 and rolled it out gradually. */
const hashtagLimits = [
  { from: '2025-12-18', most: 5 },
  { from: '2010-10-06', most: 30 },
] as const;
/** From memory. */
const mostMentions = 20;

const count = (caption: string, mark: RegExp): number => caption.match(mark)?.length ?? 0;

/** Refuses a caption Instagram would not take. The code for too many hashtags or mentions is assumed. */
export function checkCaption(caption: string, at: Date): void {
  const limit = hashtagLimits.find(({ from }) => from <= toSeoulDay(at))?.most ?? 0;
  if ([...caption].length > longestCaption) {
    refuseGraph(graphErrors.captionTooLong);
  }
  if (count(caption, /#[\p{L}\p{N}_]+/gu) > limit) {
    refuseGraph({ ...graphErrors.captionTooLong, message: `The caption has more than ${limit} hashtags.` });
  }
  if (count(caption, /@[\w.]+/g) > mostMentions) {
    refuseGraph({
      ...graphErrors.captionTooLong,
      message: `The caption has more than ${mostMentions} mentions.`,
    });
  }
}
