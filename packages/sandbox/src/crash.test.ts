import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials } from './credentials.js';
import { type CompiledSandbox, type CrashableSandbox, compileSandbox } from './testing/crashable-sandbox.js';
import { ktOrder } from './testing/kt-order.js';
import { postJson, testInstant } from './testing/open-test-sandbox.js';

let compiled: CompiledSandbox;
beforeAll(() => {
  compiled = compileSandbox();
}, 60_000);
afterAll(() => compiled.remove());

const deploy = ({ url }: CrashableSandbox, key: string) =>
  postJson(`${url}/kt/deploy`, ktOrder({ reference: key }), {
    authorization: `Bearer ${credentials.kt.KT_API_TOKEN}`,
    'idempotency-key': key,
  });

/** Orders one after the other until the process is gone; what was acknowledged, by key. */
async function deployUntilGone(child: CrashableSandbox, prefix: string): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  for (let number = 0; ; number += 1) {
    try {
      const { json } = await deploy(child, `${prefix}-${number}`);
      acknowledged.set(`${prefix}-${number}`, String(json['deploymentId']));
    } catch {
      return acknowledged;
    }
  }
}

describe('a sandbox killed with SIGKILL', () => {
  it('has published exactly what it acknowledged and at most the one order in flight, five times over', async () => {
    const acknowledged = new Map<string, string>();
    let chains = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const child = await compiled.start(testInstant);
      chains = chains.add(child.drandInfo.hash);
      const load = deployUntilGone(child, `r${round}`);
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 7));
      await child.kill();
      for (const [key, id] of await load) {
        acknowledged.set(key, id);
      }
    }

    const last = await compiled.start(testInstant);
    const ids = last.publications.map(({ externalId }) => externalId);
    const replayed = await Promise.all(
      [...acknowledged]
        .slice(0, 20)
        .map(async ([key, id]) => String((await deploy(last, key)).json['deploymentId']) === id),
    );
    await last.kill();

    expect(acknowledged.size).toBeGreaterThan(5);
    expect(ids).toEqual(expect.arrayContaining([...acknowledged.values()]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(acknowledged.size + 5);
    expect(replayed).not.toContain(false);
    expect(chains.size).toBe(1);
  }, 60_000);

  it('is caught by this check when its journal loses a line', async () => {
    const child = await compiled.start(testInstant);
    const { json } = await deploy(child, 'control');
    await child.kill();
    const lines = readFileSync(compiled.journalPath, 'utf8').trimEnd().split('\n');
    writeFileSync(compiled.journalPath, `${lines.slice(0, -1).join('\n')}\n`);

    const broken = await compiled.start(testInstant);
    await broken.kill();

    expect(broken.publications.map(({ externalId }) => externalId)).not.toContain(json['deploymentId']);
  }, 30_000);
});
