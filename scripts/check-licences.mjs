// The licence of everything that runs at a customer's.
import { isAllowed } from './allowed-licences.mjs';
import { askPnpm } from './pnpm.mjs';

const leastPackages = 100;

const packages = Object.entries(listLicences()).flatMap(([licence, list]) =>
  list.map(({ name }) => ({ name, licence })),
);
const refused = packages.filter(({ licence }) => !isAllowed(licence));
for (const { name, licence } of refused) process.stderr.write(`${name} is under ${licence}\n`);
if (packages.length < leastPackages) {
  process.stderr.write(`only ${packages.length} packages were read: the check is asleep\n`);
}
process.exitCode = refused.length === 0 && packages.length >= leastPackages ? 0 : 1;

/** An optional package that this Node does not take is not here, and pnpm then lists nothing: the rest is asked for alone. */
function listLicences() {
  try {
    return askPnpm(['licenses', 'list', '--prod']);
  } catch (error) {
    if (!String(error).includes('MISSING_PACKAGE_INDEX_FILE')) throw error;
    return askPnpm(['licenses', 'list', '--prod', '--no-optional']);
  }
}
