import type { ChannelPost, PostMedia } from '../channel.js';
import type { KtChannelName } from './kt-channels.js';

/** The creative as it lies in the folder. */
interface SubmissionFile extends Pick<PostMedia, 'mediaType' | 'bytes' | 'sha256' | 'widthPx' | 'heightPx'> {
  readonly kind: 'video' | 'image' | 'audio';
  /** Below the folder. */
  readonly path: string;
}

/** What a submission folder is made of. */
export interface Submission {
  readonly channel: KtChannelName;
  readonly post: ChannelPost;
  readonly regionCodes: readonly string[] | undefined;
  /** Absent for a script that KT records, and where nothing was made. */
  readonly file: SubmissionFile | undefined;
}
