import { isAllowed } from '../allowed-licences.mjs';

const refused = [
  'GPL-3.0-only',
  'LGPL-2.1-or-later',
  'AGPL-3.0',
  'SSPL-1.0',
  'BUSL-1.1',
  'Unknown',
  'MIT AND GPL-2.0',
];
const innocent = ['MIT', '(GPL-2.0 OR MIT)'];

export function licences() {
  return [
    ...refused.map((rule) => ({ rule, planted: 1, missed: isAllowed(rule) ? ['allowed'] : [] })),
    {
      rule: 'innocent licences pass',
      planted: innocent.length,
      missed: innocent.filter((it) => !isAllowed(it)),
    },
  ];
}
