import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('faults-outage-child.mjs', import.meta.url));

/**
 * A hundred campaigns fall due as every provider goes down for ten minutes, in virtual time: the policies with their
 * breakers at their defaults, the stand-ins behind them, and the looks of the server's scheduler. The normal number
 * of attempts is what the same campaigns cost in ten minutes of calm; what counts is every request, preparations and
 * looks included.
 *
 * @param hasBreakers - False for a seeded bug: the policies never pause a provider.
 */
export function outage({ seed, hasBreakers = true }) {
  const worker = fork(child, { execArgv: ['--no-warnings'] }); // the clock of node:test is experimental on Node 20
  worker.send({ seed, hasBreakers });
  return new Promise((resolve, reject) => {
    let result;
    worker.on('message', (message) => {
      result = message;
    });
    worker.once('exit', (code, signal) => {
      if (result) resolve(result);
      else reject(new Error(`the outage ended with ${code ?? signal}`));
    });
  });
}
