import { broken, type Rule } from './rule.js';

export const freeEntry: Rule = {
  id: 'GMB-001',
  check: ({ entry }) => broken(entry.feeKrw > 0, { path: 'entry.feeKrw' }),
};

export const purchaseGate: Rule = {
  id: 'GMB-002',
  check: ({ entry }) => broken(entry.purchaseRequired, { path: 'entry' }),
};

export const boundTickets: Rule = {
  id: 'GMB-003',
  check: ({ entry }) => broken(entry.ticketsTradable, { path: 'entry' }),
};
