import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const child = fileURLToPath(new URL('server-child.mjs', import.meta.url));

/** A server keeps its address over its deaths. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a server of the torture and waits until it listens. `wrapper` is a command that runs it, as a tracer does. */
export async function startServer(options, { execPath, execArgv = [] } = {}) {
  const process_ = fork(child, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(execPath && { execPath }),
    execArgv,
  });
  process_.send({ clockOffsetMs: 0, ...options });
  const [message] = await Promise.race([
    once(process_, 'message'),
    once(process_, 'exit').then(([code]) => {
      throw new Error(`the server ended with ${code}`);
    }),
  ]);
  const exited = once(process_, 'exit');
  return {
    url: message.url,
    setClock: (clockOffsetMs) => process_.send({ clockOffsetMs }),
    async kill() {
      process_.kill('SIGKILL');
      await exited;
    },
    async stop() {
      process_.send({ stop: true });
      await exited;
    },
  };
}
