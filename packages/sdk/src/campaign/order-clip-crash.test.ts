import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LifeOptions } from '../testing/campaign-world.js';
import type { Death } from '../testing/dying-store.js';
import { createForgetfulStore } from '../testing/forgetful-store.js';
import { clipBrief as brief, type ClipStage, openClipStage } from './__fixtures__/open-clip-stage.js';

const turbo = { KT_EVENT_IMAGE_MODEL: 'openai', RUNWAYML_MODEL: 'gen4_turbo' };

describe.each([
  ['of words alone', 'runway/gen4.5', {}],
  ['that begins with a picture', 'runway/gen4_turbo', turbo],
] as const)('the clip %s of a campaign', (_, model, over) => {
  let stage: ClipStage;
  beforeEach(async () => {
    stage = await openClipStage();
  });
  afterEach(() => stage.close());

  /** Who made the films, or why there is no clip, after a process has died and another has taken over. */
  async function toldAfter(death: Death, spoil: LifeOptions['spoil']): Promise<string[]> {
    await stage.world.rewind();
    const dying = await stage.world.live({ environment: stage.environment(over), death, spoil });
    await dying.make(brief).catch(() => undefined);
    await dying.end();
    const next = await stage.world.live({ environment: stage.environment(over), spoil });
    const { creatives } = await next.make(brief);
    await next.end();
    const films = creatives.filter(({ kind }) => kind === 'video');
    return films.map(({ paintedBy, unpainted }) => paintedBy ?? unpainted?.code ?? 'untold');
  }

  /** What is wrong when it dies at each of the writes from the order to the films. */
  async function faultsOf(spoil?: LifeOptions['spoil']): Promise<string[]> {
    const { writes, make, end } = await stage.world.live({ environment: stage.environment(over) });
    await make(brief);
    await end();
    const intent = writes.findLastIndex((write) => write.startsWith('journal.intend')) + 1;
    const last = writes.lastIndexOf('journal.recordStep generate') + 1;
    expect([intent > 0, writes.lastIndexOf('journal.recordStep clip') > intent]).toEqual([true, true]);
    const deaths = Array.from({ length: last - intent + 1 }, (_, index): Death[] => [
      { write: intent + index, when: 'before' },
      { write: intent + index, when: 'after' },
    ]).flat();
    const faults: string[] = [];
    for (const [index, death] of deaths.entries()) {
      const isUnnamed = index === 1 || index === 2; // the order may have left, and its name is not written down
      const expected = isUnnamed ? 'PROVIDER_006' : model;
      const told = (await toldAfter(death, spoil)).join();
      if (stage.requests('POST').length > 1 || told !== `${expected},${expected}`)
        faults.push(`${JSON.stringify(death)}: ${stage.requests('POST').length} ${told}`);
    }
    return faults;
  }

  it('is paid for once, and kept, wherever the process dies', async () => {
    expect(await faultsOf()).toEqual([]);
  });

  it('would be caught paying twice by a ledger that forgets', async () => {
    expect((await faultsOf(createForgetfulStore)).length).toBeGreaterThan(0);
  });
});
