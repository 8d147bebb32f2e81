import { UserError } from '@kt-event/sdk';
import { bashScript, type CommandWords, zshScript } from '../completion-script.js';
import type { CommandContext } from '../context.js';

const scripts: Readonly<Record<string, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
};

export function completion(
  { output }: CommandContext,
  shell: string,
  commands: readonly CommandWords[],
): void {
  const script = scripts[shell];
  if (!script) throw new UserError('USER_002', { what: 'shell', id: shell });
  output.result(script(commands), (text) => text.trimEnd());
}
