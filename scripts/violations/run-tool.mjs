import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a tool says on stdout. Tools that find something exit with an error: here that is what they are for. */
export async function run(command, args, cwd) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (stdout.trim() === '') throw new Error(`${command} said nothing: ${stderr}`);
  return stdout;
}
