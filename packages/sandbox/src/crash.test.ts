import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { credentials } from './credentials.js';
import {
  type CrashableSandbox,
  createCrashableSandbox,
  type SandboxToCrash,
} from './testing/crashable-sandbox.js';
import { ktOrder } from './testing/kt-order.js';
import { postJson, testInstant } from './testing/open-test-sandbox.js';

let sandbox: SandboxToCrash;
beforeAll(() => {
  sandbox = createCrashableSandbox();
});
afterAll(() => sandbox.remove());

const deploy = ({ url }: CrashableSandbox, key: string) =>
  postJson(`${url}/kt/deploy`, ktOrder({ reference: key }), {
    authorization: `Bearer ${credentials.kt.KT_API_TOKEN}`,
    'idempotency-key': key,
  });

/**
 * Orders one after the other and kills the process while the order after the `killAfter`-th is under way.
 * What was acknowledged, by key.
 */
async function deployUntilKilled(child: CrashableSandbox, prefix: string, killAfter: number) {
  const acknowledged = new Map<string, string>();
  let killed: Promise<void> | undefined;
  for (let number = 0; ; number += 1) {
    const order = deploy(child, `${prefix}-${number}`);
    killed ??= number < killAfter ? undefined : child.kill();
    try {
      acknowledged.set(`${prefix}-${number}`, String((await order).json['deploymentId']));
    } catch {
      await killed;
      return acknowledged;
    }
  }
}

describe('a sandbox killed with SIGKILL', () => {
  it('has published exactly what it acknowledged and at most the one order in flight, five times over', async () => {
    const acknowledged = new Map<string, string>();
    let chains = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      const child = await sandbox.start(testInstant);
      chains = chains.add(child.drandInfo.hash);
      for (const [key, id] of await deployUntilKilled(child, `r${round}`, 1 + round * 3)) {
        acknowledged.set(key, id);
      }
    }

    const last = await sandbox.start(testInstant);
    const ids = last.publications.map(({ externalId }) => externalId);
    const replayed = await Promise.all(
      [...acknowledged]
        .slice(0, 20)
        .map(async ([key, id]) => String((await deploy(last, key)).json['deploymentId']) === id),
    );
    await last.kill();

    expect(acknowledged.size).toBeGreaterThanOrEqual(35);
    expect(ids).toEqual(expect.arrayContaining([...acknowledged.values()]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(acknowledged.size + 5);
    expect(replayed).not.toContain(false);
    expect(chains.size).toBe(1);
  });

  it('is caught by this check when its journal loses a line', async () => {
    const child = await sandbox.start(testInstant);
    const { json } = await deploy(child, 'control');
    await child.kill();
    const lines = readFileSync(sandbox.journalPath, 'utf8').trimEnd().split('\n');
    writeFileSync(sandbox.journalPath, `${lines.slice(0, -1).join('\n')}\n`);

    const broken = await sandbox.start(testInstant);
    await broken.kill();

    expect(broken.publications.map(({ externalId }) => externalId)).not.toContain(json['deploymentId']);
  });
});
