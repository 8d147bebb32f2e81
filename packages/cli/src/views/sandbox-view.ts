import type { SandboxListener } from '../context.js';
import type { Messages } from '../messages/ko.js';
import { parts } from './layout.js';

/** Lines to paste into a shell, so that the next command talks to the stand-ins. */
export function sandboxView(
  { url, environment }: Pick<SandboxListener, 'url' | 'environment'>,
  { serve }: Messages,
): string {
  const variables = Object.entries(environment).map(([name, value = '']) => `export ${name}='${value}'`);
  return parts(serve.listening(url), variables.join('\n'));
}
