import { createHmac } from 'node:crypto';

/** Signs that only this installation could have written. Whoever writes the data cannot know them. */
export interface PromptMarks {
  /** Name of the tag around the data. */
  readonly fence: string;
  /** Stands in the instructions. An answer that holds it has leaked them. */
  readonly canary: string;
}

/** The same for the same question, so that a resumed run asks for the same. */
export function marksFor(secret: Uint8Array, question: string): PromptMarks {
  const code = (use: string) =>
    createHmac('sha256', secret).update(`${use}\0${question}`).digest('hex').slice(0, 16);
  return { fence: `data-${code('fence')}`, canary: `표식-${code('canary')}` };
}
