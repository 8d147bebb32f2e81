import { chromium } from 'playwright-core';
import { verifyTranscript } from '../../packages/sdk/dist/index.js';
import { aDrawEntry, drawCase } from '../../packages/sdk/dist/testing/draw-cases.js';
import { findChromium } from '../../packages/server/dist/testing/find-chromium.js';
import { serveVerifier } from '../../packages/server/dist/testing/serve-verifier.js';
import { median } from '../measure.mjs';

const entries = 10_000;
const winners = 100;
const rounds = 7;

/**
 * How long a browser takes to check 100 winners of 10,000 by the public randomness, pairing included: the first time
 * on a fresh page, as a visitor has it, and the toolkit's own verifier in Node beside it. Target: under 1,000 ms.
 */
export async function proofPage() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium here: set CHROMIUM_PATH');
  const { transcript } = await drawCase({
    entries: Array.from({ length: entries }, (_, no) => aDrawEntry(no, 1 + (no % 3))),
    prizes: [{ id: 'gold', quantity: winners - 10 }],
    reserves: 10,
  });
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'], chromiumSandbox: false });
  const server = await serveVerifier();
  const samples = { load: [], fresh: [], again: [], pairing: [], node: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const figures = await visit(browser, server.url, transcript);
      for (const [name, value] of Object.entries(figures)) samples[name].push(value);
      const startedAt = performance.now();
      if (!verifyTranscript(transcript).valid) throw new Error('Node does not agree');
      samples.node.push(performance.now() - startedAt);
    }
  } finally {
    await browser.close();
    server.close();
  }
  const [load, fresh, again, pairing, node] = Object.values(samples).map(median);
  return {
    ratios: { overNode: fresh / node },
    subject: { freshMs: fresh, againMs: again, pairingMs: pairing, loadMs: load },
    baseline: { nodeMs: node },
    samples: { entries, winners, transcriptBytes: JSON.stringify(transcript).length, rounds },
  };
}

/** A visitor who opens the page for the first time, and presses the button twice. */
async function visit(browser, url, transcript) {
  const page = await browser.newPage();
  await page.goto(url);
  const figures = await page.evaluate(
    async ([value, address]) => {
      const timed = async (work) => {
        const startedAt = performance.now();
        const result = await work();
        return [performance.now() - startedAt, result];
      };
      const [load, verifier] = await timed(() => import(address));
      const own = verifier.primitivesOf(globalThis);
      let pairing = 0;
      const isRoundSigned = (...parts) => {
        const startedAt = performance.now();
        const signed = own.isRoundSigned(...parts);
        pairing = performance.now() - startedAt;
        return signed;
      };
      const [fresh, verdict] = await timed(() => verifier.verdictOn(value, { ...own, isRoundSigned }));
      const firstPairing = pairing;
      const [again] = await timed(() => verifier.verdictOn(value, own));
      return { valid: verdict.valid, load, fresh, again, pairing: firstPairing };
    },
    [transcript, '/verify.js'],
  );
  await page.close();
  const { valid, ...times } = figures;
  if (!valid) throw new Error('the browser does not agree');
  return times;
}
