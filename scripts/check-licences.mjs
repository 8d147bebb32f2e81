// The licence of everything that runs at a customer's.
import { isAllowed } from './allowed-licences.mjs';
import { askPnpm } from './pnpm.mjs';

const leastPackages = 100;

const packages = Object.entries(askPnpm(['licenses', 'list', '--prod'])).flatMap(([licence, list]) =>
  list.map(({ name }) => ({ name, licence })),
);
const refused = packages.filter(({ licence }) => !isAllowed(licence));
for (const { name, licence } of refused) process.stderr.write(`${name} is under ${licence}\n`);
if (packages.length < leastPackages) {
  process.stderr.write(`only ${packages.length} packages were read: the check is asleep\n`);
}
process.exitCode = refused.length === 0 && packages.length >= leastPackages ? 0 : 1;
