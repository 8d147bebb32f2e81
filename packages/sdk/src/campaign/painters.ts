import type { Scenes } from '../generate/painting/scenes.js';
import type { ImageModel } from '../providers/image-model.js';
import type { VideoModel } from '../providers/video-model.js';

/** Who paints for campaigns, and for how much. Either may be missing. */
export interface Painters {
  readonly image?: ImageModel | undefined;
  readonly video?: VideoModel | undefined;
  /** What they are asked for. */
  readonly scenes: Scenes;
  /** Most that painting for one campaign may cost, won. */
  readonly capKrw: number;
}
