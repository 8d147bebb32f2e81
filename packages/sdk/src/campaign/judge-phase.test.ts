import { expect, it, vi } from 'vitest';
import { aBrief } from '../plan/__fixtures__/a-brief.js';
import { openKnowledge } from '../plan/knowledge.js';
import { plan } from '../plan/plan.js';
import type { Messenger } from '../providers/messenger.js';
import type { Award } from '../schema/award.js';
import type { BriefInput } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import type { PlannedCampaign } from './campaign-run.js';
import { judgePayout } from './judge-payout.js';
import { findingsOf, refuseErrors, withFindings } from './judge-phase.js';
import { lawfulMessenger } from './lawful-messenger.js';

const knowledge = await openKnowledge();
const deps = { knowledge, now: () => new Date('2026-12-15T04:00:00Z') };

function aCampaign(change: Partial<BriefInput> = {}): PlannedCampaign {
  const brief = aBrief(change);
  return {
    id: 'cmp-abcdefghijkl',
    slug: 'abcdefgh',
    state: 'approved',
    brief,
    mode: 'local',
    rehearsal: false,
    folder: '/tmp/campaign',
    createdAt: '2026-11-20T00:00:00+09:00',
    plan: plan({ brief, today: '2026-11-20', insights: [], rehearsal: false }, { knowledge }),
    creatives: [],
    mediaVersion: 1,
  };
}

function aPicture(change: Partial<Creative>): Creative {
  return {
    id: 'instagram-image',
    kind: 'image',
    channel: 'instagram',
    path: 'creatives/instagram/image.png',
    mediaType: 'image/png',
    bytes: 1,
    sha256: '0'.repeat(64),
    text: '겨울 카페',
    hashtags: [],
    mode: 'local',
    madeBy: 'template',
    dropped: [],
    ...change,
  };
}

const idsOf = (
  campaign: PlannedCampaign,
  ...rest: Parameters<typeof findingsOf> extends [unknown, ...infer R] ? R : never
) => findingsOf(campaign, ...rest).map(({ ruleId }) => ruleId);

it('lets a campaign of our own making through every phase it passes', () => {
  const campaign = aCampaign();

  expect(
    (['plan', 'creative', 'entry'] as const).flatMap((phase) => idsOf(campaign, phase, {}, deps)),
  ).toEqual([]);
});

it('judges the creatives that were made, not the words that were planned', () => {
  const painted = { ...aCampaign(), creatives: [aPicture({ paintedBy: 'stable-diffusion' })] };
  const honest = {
    ...aCampaign(),
    creatives: [aPicture({ paintedBy: 'stable-diffusion', aiLabel: 'AI로 그림 · 실제와 다를 수 있음' })],
  };

  expect(idsOf(painted, 'creative', {}, deps)).toEqual(['AI-001', 'AI-002']);
  expect(idsOf(honest, 'creative', {}, deps)).toEqual([]);
});

it('judges what the store says of those who handle the data', () => {
  const processors = [{ name: 'Formy', task: '응모 보관', country: 'US' }];
  const found = findingsOf(aCampaign({ processors }), 'entry', {}, deps);

  expect(found).toMatchObject([{ ruleId: 'PRIV-015', severity: 'error', path: 'processors.0' }]);
  expect(() => refuseErrors(found)).toThrowError(expect.objectContaining({ code: 'USER_003' }));
});

it('keeps what was found with the plan, once for each phase', () => {
  const { plan } = aCampaign({ processors: [{ name: 'Formy', task: '응모 보관', country: 'US' }] });
  const found = findingsOf(aCampaign(), 'send', { messages: [] }, deps);
  const twice = withFindings(withFindings(plan, 'entry', plan.findings), 'entry', found);

  expect(twice.findings.filter(({ phase }) => phase === 'entry')).toEqual([]);
});

it('sends no notice that advertises, and every notice that does not', async () => {
  const send = vi.fn<Messenger['send']>(async () => []);
  const messenger = { provider: 'fake', mode: 'sandbox', idempotency: 'none', send } as unknown as Messenger;
  const lawful = lawfulMessenger(aCampaign(), { ...deps, messenger });
  const ground = '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.';
  const told = { key: 'a', phone: '+821012345678', text: `축하합니다. 당첨되셨습니다.\n${ground}` };
  const tempted = { ...told, text: `${told.text}\n오늘 오시면 20% 할인` };

  expect(() => lawful.send([told, tempted], 'ref')).toThrowError(
    expect.objectContaining({ code: 'USER_003' }),
  );
  expect(send).not.toHaveBeenCalled();
  await lawful.send([told], 'ref');
  expect(send).toHaveBeenCalledTimes(1);
});

it('hands over no taxed prize before its tax is dealt with', () => {
  const prizes = [{ name: '에어프라이어', valueKrw: 100_000, quantity: 1 }];
  const campaign = aCampaign({ prizes, entry: { mechanic: 'lottery', winners: 1 }, channels: ['instagram'] });
  const award = { entryId: 'a'.repeat(32), prizeId: 'prize-1' } as Award;

  expect(() => judgePayout(campaign, { awards: [award], papers: false }, deps)).toThrowError(
    expect.objectContaining({ code: 'USER_003', message: expect.stringContaining('TAX-004') }),
  );
  expect(() => judgePayout(campaign, { awards: [award], papers: true }, deps)).not.toThrow();
});
