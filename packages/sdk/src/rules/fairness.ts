import { toSeoul } from '../schema/seoul-time.js';
import { broken, type Rule } from './rule.js';

export const frozenDraw: Rule = {
  id: 'FAIR-001',
  check: ({ entry, beacon, schedule: { drawAt, closesAt } }) =>
    broken(
      entry.mechanic === 'lottery' &&
        (beacon === undefined || drawAt === undefined || Date.parse(drawAt) <= Date.parse(closesAt)),
      { path: 'draw' },
    ),
};

/** From a simulation of 500 entries: at 5 tickets a fifth of the people takes half of the prizes. */
const advisedWeight = 5;
const absurdWeight = 10;

export const boundedWeight: Rule = {
  id: 'FAIR-002',
  check({ entry: { visitWeight, weightDisclosed } }) {
    if (visitWeight > absurdWeight || (visitWeight > 1 && !weightDisclosed))
      return { path: 'entry.visitBonus' };
    return broken(visitWeight > advisedWeight, { path: 'entry.visitBonus', severity: 'warn' });
  },
};

export const relatedWinners: Rule = {
  id: 'FAIR-003',
  check: ({ drawn }) => broken((drawn?.relatedWinners ?? 0) > 0, { path: 'draw' }),
};

export const oneWinPerPerson: Rule = {
  id: 'FAIR-004',
  check({ drawn }) {
    const keys = drawn?.winnerKeys ?? [];
    return broken(new Set(keys).size < keys.length, { path: 'draw' });
  },
};

export const noRedraw: Rule = {
  id: 'FAIR-005',
  check: ({ drawn }) => broken((drawn?.redraws ?? 0) > 0, { path: 'draw' }),
};

export const enoughReserves: Rule = {
  id: 'FAIR-006',
  check: ({ entry, winners, reserves }) =>
    broken(entry.mechanic === 'lottery' && reserves < reservesFor(winners), { path: 'entry.reserves' }),
};

/** Reserves a lottery needs: people who cannot be reached are common. Source: our own rule. */
export function reservesFor(winners: number): number {
  return Math.max(3, Math.ceil((winners * 3) / 10));
}

const dayMs = 86_400_000;

export const claimWindow: Rule = {
  id: 'FAIR-007',
  check({ schedule: { announceAt, claimUntil } }) {
    const days = (Date.parse(claimUntil) - Date.parse(announceAt)) / dayMs;
    return broken(days < 3 || days > 14, { path: 'schedule.claimUntil' });
  },
};

export const fairFirstCome: Rule = {
  id: 'FAIR-008',
  check({ entry, form }) {
    if (entry.mechanic !== 'first_come' || !form) return undefined;
    const given = form.firstCome;
    const fair = given?.serverClock && given.exactStock && given.remainingShown && given.onePerPerson;
    return broken(!fair, { path: 'form.firstCome' });
  },
};

const hourMs = 3_600_000;
/** Hours of the day in which a shop can watch its own draw. Our own bound. */
const businessHours = { from: 9, to: 18 };

export const fullAnnouncement: Rule = {
  id: 'FAIR-009',
  check({ entry, announcement }) {
    if (entry.mechanic !== 'lottery' || !announcement) return undefined;
    const { entryCount, method, proof, maskedWinners } = announcement;
    return broken(!(entryCount && method && proof && maskedWinners), { path: 'draw' });
  },
};

export const watchableDraw: Rule = {
  id: 'FAIR-010',
  check({ schedule: { drawAt, closesAt } }) {
    if (!drawAt) return undefined;
    const hour = Number(toSeoul(drawAt).slice(11, 13));
    const early = Date.parse(drawAt) < Date.parse(closesAt) + hourMs;
    return broken(early || hour < businessHours.from || hour >= businessHours.to, {
      path: 'draw.at',
    });
  },
};

export const publishedCriteria: Rule = {
  id: 'PRIV-022',
  check: ({ drawn }) => broken(drawn?.criteriaPublished === false, { path: 'draw' }),
};
