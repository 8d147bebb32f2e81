import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createKtEvent } from '../../packages/sdk/dist/index.js';
import { createCampaignCache } from '../../packages/sdk/dist/participate/campaign-cache.js';
import { participate } from '../../packages/sdk/dist/participate/participate.js';
import { createTakeEntries } from '../../packages/sdk/dist/participate/take-entries.js';
import { entryInputSchema } from '../../packages/sdk/dist/schema/entry.js';
import { parseInput } from '../../packages/sdk/dist/schema/parse.js';
import { createKeyring } from '../../packages/sdk/dist/security/campaign-keys.js';
import { openSqliteStore } from '../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { aBrief, aCampaign, aPlan, aSchedule } from '../../packages/sdk/dist/testing/fixtures.js';
import { openServer } from '../../packages/server/dist/index.js';

// One of the servers that are compared, in a process of its own: `product`, `bare` or `naive`.

const [kind, folder] = process.argv.slice(2);
const dayMs = 86_400_000;
const now = () => new Date();
const at = (days) => new Date(Date.now() + days * dayMs).toISOString();
const { campaign } = await addCampaign();
const ktEvent = await createKtEvent({ folder, output: join(folder, 'out'), entryThread: kind === 'product' });
const make = { product: () => ktEvent, bare, naive };
const toolkit = await make[kind]();
const server = await openServer({
  ktEvent: toolkit,
  newId: randomUUID,
  entriesPerMinute: 1e9,
  requestsPerMinute: 1e9,
});
process.send({ url: `${server.url}/e/${campaign.slug}/entries` });
process.once('message', async () => {
  await server.close();
  await ktEvent.close();
  process.disconnect();
});

/** A lottery that is open now. */
async function addCampaign() {
  const store = await openSqliteStore({ path: join(folder, 'kt-event.db'), now });
  const schedule = aSchedule({
    opensAt: at(-1),
    closesAt: at(1),
    drawAt: at(2),
    announceAt: at(2),
    claimUntil: at(9),
  });
  const brief = aBrief({ guards: { challenge: 'off', phoneCode: false } });
  const campaign = aCampaign({ brief, plan: aPlan({ schedule }), createdAt: at(-9) });
  await store.campaigns.add(campaign);
  await store.close();
  return { campaign };
}

/** The same server and the same check of the same body, with nothing behind it: an answer of the same length. */
function bare() {
  const receipt = {
    campaignId: campaign.id,
    entryId: '0'.repeat(32),
    salt: '0'.repeat(32),
    seq: 1,
    weight: 1,
    receivedAt: at(0),
    logLeaf: '0'.repeat(64),
    signature: '0'.repeat(128),
  };
  return {
    ...ktEvent,
    async participate(_slug, input) {
      parseInput(entryInputSchema, input, 'entry');
      return { receipt, replayed: false };
    },
  };
}

/** The same sealing, statements and signatures, with a transaction for every request. */
async function naive() {
  const store = await openSqliteStore({ path: join(folder, 'kt-event.db'), now });
  const keyring = createKeyring({ keys: store.keys, masterKey: randomBytes(32), randomBytes });
  const take = createTakeEntries({ entries: store.entries, randomBytes });
  const deps = {
    campaigns: createCampaignCache({ campaigns: store.campaigns, now }),
    entries: store.entries,
    keyring,
    guards: { admit: async () => undefined },
    arrive: ktEvent.arrive,
    committer: { submit: async (submission) => (await take([submission]))[0] },
  };
  return {
    ...ktEvent,
    participate: (slug, entry, options) => participate({ slug, entry, ...options }, deps),
  };
}
