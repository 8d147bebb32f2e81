// The models of the bench, in a process of their own: their work is not the product's.
import { openSandbox } from '../../packages/sandbox/dist/index.js';

const sandbox = await openSandbox({ now: () => new Date('2026-11-23T10:00:00+09:00') });
const always = { times: Number.MAX_SAFE_INTEGER };

process.on('message', ({ faults }) => {
  if (!faults) process.exit(0);
  sandbox.clearFaults();
  for (const [provider, fault] of Object.entries(faults)) sandbox.addFault({ provider, fault, ...always });
  process.send('ready');
});
process.send({ environment: sandbox.environment() });
