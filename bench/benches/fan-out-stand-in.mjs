// The outside world of the bench, in a process of its own: its work is not the product's.
import { openSandbox } from '../../packages/sandbox/dist/index.js';
import { noonMs, servePicture } from '../tortures/faults-world.mjs';

const sandbox = await openSandbox({ now: () => new Date(noonMs) });
const picture = await servePicture();
const always = { times: Number.MAX_SAFE_INTEGER };

process.on('message', ({ latencies, deaf }) => {
  if (!latencies) {
    process.exit(0);
  }
  if (deaf) sandbox.addFault({ provider: deaf, fault: { kind: 'hang' }, ...always });
  for (const [provider, ms] of Object.entries(latencies)) {
    sandbox.addFault({ provider, fault: { kind: 'latency', ms }, ...always });
  }
  process.send('ready');
});
process.send({ environment: sandbox.environment(), pictureUrl: picture.url });
