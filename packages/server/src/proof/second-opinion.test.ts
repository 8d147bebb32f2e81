import { fingerprintOf, type Transcript, type Verification, verifyTranscript } from '@kt-event/sdk';
import { drawCase, mutantsOf, randomDrawCases } from '@kt-event/sdk/testing';
import { checkIds, type Verdict } from '@kt-event/verifier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judgeInBrowser } from '../testing/judge-in-browser.js';
import { describeInChromium } from '../testing/open-browser.js';
import { serveVerifier, type VerifierServer } from '../testing/serve-verifier.js';

/** What is said against a transcript: by the toolkit in Node, or by the verifier in the browser. */
function failedOf({ checks }: Verification | Verdict): string[] {
  return checkIds.filter((id) => checks.find((check) => check.id === id)?.ok !== true);
}

function said(verdict: Verification | Verdict) {
  return { valid: verdict.valid, level: verdict.level, failed: failedOf(verdict) };
}

function numberOf({ checks }: Verdict, name: string): unknown {
  return checks.map(({ numbers }) => numbers[name]).find((value) => value !== undefined);
}

/** One change of each transcript, another place in each. */
function mutantOf(transcript: Transcript, no: number): unknown {
  const mutants = mutantsOf(transcript);
  return mutants[(no * 7_919) % mutants.length]?.make();
}

/** A thousand draws, a hundred at a time. */
const blocks = Array.from({ length: 10 }, (_, block) => block * 1_009);

const { transcript: worked } = await drawCase();
let server: VerifierServer;

beforeAll(async () => {
  server = await serveVerifier();
});
afterAll(() => server.close());

describeInChromium('the verifier in a browser, which shares no code with the toolkit', (open) => {
  it.each(blocks)(
    'agrees with Node about 100 random draws of seed %s, and about a change in each',
    async (seed) => {
      const { page } = await open(server.url);
      const transcripts: Transcript[] = [];
      for await (const { transcript } of randomDrawCases(seed, 100)) transcripts.push(transcript);
      const mutants = transcripts.map((transcript, index) => mutantOf(transcript, seed + index));

      const verdicts = await judgeInBrowser(page, [...transcripts, ...mutants]);

      const [genuine, changed] = [verdicts.slice(0, 100), verdicts.slice(100)];
      expect(verdicts.map(said)).toEqual(
        [...transcripts, ...mutants].map((each) => said(verifyTranscript(each))),
      );
      expect(genuine.map(({ valid }) => valid)).not.toContain(false);
      expect(changed.map(({ valid }) => valid)).not.toContain(true);
      expect(genuine.map((verdict) => [numberOf(verdict, 'fingerprint'), numberOf(verdict, 'seed')])).toEqual(
        transcripts.map(({ commitment, seed: drawn }) => [fingerprintOf(commitment), drawn]),
      );
    },
  );

  it('accepts the worked vector, and none of the ways to change it', async () => {
    const { page } = await open(server.url);
    const mutants = mutantsOf(worked);
    const [first, ...others] = await judgeInBrowser(page, [worked, ...mutants.map(({ make }) => make())]);

    expect(first).toMatchObject({ valid: true, level: 'drand' });
    expect(others.length).toBeGreaterThanOrEqual(185);
    expect(mutants.filter((_, index) => others[index]?.valid !== false).map(({ path }) => path)).toEqual([]);
  });

  it.each([[null], [0], ['transcript'], [[]], [{}]])('takes %j for no transcript', async (value) => {
    const { page } = await open(server.url);

    const [verdict] = await judgeInBrowser(page, [value]);

    expect(verdict && said(verdict)).toEqual(said(verifyTranscript(value)));
  });

  it('would be found out if it did not step over the tickets that are out', async () => {
    const broken = await serveVerifier(['counted += weight', 'counted += 0']);
    const { page } = await open(broken.url);

    const [verdict] = await judgeInBrowser(page, [worked]);

    expect(verdict && failedOf(verdict)).toEqual(['positions']);
    broken.close();
  });

  it('would be found out if it took a place beyond the end of the list', async () => {
    const last = worked.results.findIndex(({ index }) => index === worked.commitment.entries - 1);
    const results = worked.results.map((each, j) => (j === last ? { ...each, index: each.index + 1 } : each));
    const forged = { ...worked, results };
    const broken = await serveVerifier(['index >= entries', 'false']);
    const [right, wrong] = await Promise.all([open(server.url), open(broken.url)]);

    const [seen] = await judgeInBrowser(right.page, [forged]);
    const [unseen] = await judgeInBrowser(wrong.page, [forged]);

    expect(seen && failedOf(seen)).toEqual(['paths', 'audit']);
    expect(unseen && failedOf(unseen)).toEqual(['audit']);
    broken.close();
  });
});
