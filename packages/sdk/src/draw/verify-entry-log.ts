import { transcriptSchema } from '../schema/draw.js';
import { logHeadsSchema } from '../schema/entry-log.js';
import { verifyLogHeads } from './log-head.js';

/**
 * True when the heads are one growing log, signed by the organiser of the draw, and the commitment was made over one
 * of them: nobody who was signed for was left out of the log before the draw.
 */
export function verifyEntryLog(transcript: unknown, file: unknown): boolean {
  const draw = transcriptSchema.safeParse(transcript);
  const log = logHeadsSchema.safeParse(file);
  if (!draw.success || !log.success) return false;
  const { commitment, signature } = draw.data;
  const ofDraw = log.data.heads.every(
    ({ event_id, signature: { public_key } }) =>
      event_id === commitment.event_id && public_key === signature.public_key,
  );
  const { entry_log: logged } = commitment;
  const isCommitted = log.data.heads.some(({ size, root }) => size === logged?.size && root === logged.root);
  return ofDraw && isCommitted && verifyLogHeads(log.data);
}
