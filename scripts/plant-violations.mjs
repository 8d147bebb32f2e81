// Proof that the guards are awake: breaks every rule, in a copy of the tree, and asks each guard what it sees.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { architecture } from './violations/architecture.mjs';
import { copyTree } from './violations/copy-tree.mjs';
import { deadCode } from './violations/dead-code.mjs';
import { licences } from './violations/licences.mjs';
import { style } from './violations/style.mjs';
import { types } from './violations/types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const guards = { architecture, style, types, 'dead code': deadCode, licences };

const tree = copyTree(root);
let asleep = 0;
try {
  for (const [guard, ask] of Object.entries(guards)) {
    for (const { rule, planted, missed } of await ask(tree)) {
      const isCaught = planted > 0 && missed.length === 0;
      if (!isCaught) asleep += 1;
      const why = planted === 0 ? ['nothing planted'] : missed;
      process.stdout.write(
        `${isCaught ? 'caught    ' : 'NOT caught'} ${[`${guard}: ${rule}`, ...why].join('; ')}\n`,
      );
    }
  }
} finally {
  rmSync(tree, { recursive: true, force: true });
}
process.exitCode = asleep === 0 ? 0 : 1;
