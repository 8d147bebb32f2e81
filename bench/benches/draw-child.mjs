import { madeSource } from './draw-entries.mjs';
import { commitAndDraw } from './draw-run.mjs';

/** Draws once from that many entries and says how much memory the process held at its fullest. */
const entries = Number(process.argv[2]);
const startedAt = performance.now();
const { results } = await commitAndDraw(madeSource(entries), entries / 10_000);
const ms = performance.now() - startedAt;
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ entries, winners: results.length, ms, peakMb }));
