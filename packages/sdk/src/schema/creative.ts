import { z } from 'zod';
import { channelSchema, modeSchema } from './primitives.js';
import { wordingProblemSchema } from './wording.js';

/** One made asset, kept as a file in the campaign's folder. */
export const creativeSchema = z.object({
  id: z.string(),
  kind: z.enum(['image', 'poster', 'text', 'video', 'audio']),
  /** `print` is for the counter and the window. */
  channel: z.union([channelSchema, z.literal('print')]),
  /** Relative to the campaign's folder, with forward slashes. */
  path: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().length(64),
  widthPx: z.int().optional(),
  heightPx: z.int().optional(),
  /** The largest file its channel takes. */
  mostBytes: z.int().positive().optional(),
  /** The template it was drawn from. */
  look: z.string().optional(),
  /** Made to choose from or to use by hand: it is not published. Absent: it is. */
  spare: z.boolean().optional(),
  /** Of a film or a recording. */
  durationMs: z.int().positive().optional(),
  /** Words of a text creative, or the alternative text of a picture. */
  text: z.string(),
  hashtags: z.array(z.string()),
  mode: modeSchema,
  /** `template`, or the model that painted it. */
  madeBy: z.string(),
  /** The model that painted the picture or the film, as its provider names it. Absent for our own drawing. */
  paintedBy: z.string().optional(),
  /** What stands on it, for all to see, of the model. Absent where no model had a hand, or the mark was turned off. */
  aiLabel: z.string().optional(),
  /** The model that was to paint it and did not, and the code of why: our own drawing stands there. */
  unpainted: z.object({ provider: z.string(), code: z.string() }).optional(),
  /** The model that wrote the words, as its provider names it. Absent where they are the plan's. */
  writtenBy: z.string().optional(),
  /** The model that was to write the words, and why the plan's stand there: `code` of its failure, or what was wrong. */
  unwritten: z
    .object({
      provider: z.string(),
      code: z.string().optional(),
      why: wordingProblemSchema.optional(),
      /** The rules that its words broke. */
      rules: z.array(z.string()).optional(),
    })
    .optional(),
  /** Who speaks in a film. Absent: it has no sound. */
  soundBy: z.string().optional(),
  /** Why a film has no sound though a voice was recorded: nothing here codes it, it lasts too long, or coding it failed. */
  silent: z.enum(['no_ffmpeg', 'too_long', 'failed']).optional(),
  /** Characters that no font of ours can draw and that were left out. */
  dropped: z.array(z.string()),
});
export type Creative = z.infer<typeof creativeSchema>;
