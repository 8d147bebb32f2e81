import type { Verdict } from '@kt-event/verifier';
import type { Page } from 'playwright-core';

/**
 * What the verifier of a page says of each transcript. Rounds that were judged before are not judged again: a mutant
 * changes one of a hundred things, and a pairing takes longer than all the rest.
 */
export async function judgeInBrowser(page: Page, transcripts: readonly unknown[]): Promise<Verdict[]> {
  return page.evaluate(`(async (transcripts) => {
    const { verdictOn, primitivesOf } = await import('/verify.js');
    const own = primitivesOf(globalThis);
    const judged = (globalThis.judgedRounds ??= new Map());
    const isRoundSigned = (...parts) => {
      const key = parts.join(' ');
      if (!judged.has(key)) judged.set(key, own.isRoundSigned(...parts));
      return judged.get(key);
    };
    const verdicts = [];
    for (const each of transcripts) verdicts.push(await verdictOn(each, { ...own, isRoundSigned }));
    return verdicts;
  })(${JSON.stringify(transcripts)})`);
}
