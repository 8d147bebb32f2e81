import { UserError } from '@kt-event/sdk';
import type { Ask } from './ask.js';

/** The only door of inquirer, opened at the first question. Questions go to stderr: stdout is for results. */
export function createTerminalAsk(signal: AbortSignal, output: NodeJS.WritableStream): Ask {
  const openPrompt = async () => {
    const { default: inquirer } = await import('inquirer');
    return inquirer.createPromptModule({ output, signal });
  };
  return {
    interactive: true,
    async confirm(message) {
      const prompt = await openPrompt();
      return answered<boolean>(prompt([{ type: 'confirm', name: 'answer', message, default: false }]));
    },
    async text(message, _flag, suggestion) {
      const prompt = await openPrompt();
      return answered<string>(prompt([{ type: 'input', name: 'answer', message, default: suggestion }]));
    },
    async choose(message, _flag, choices) {
      const prompt = await openPrompt();
      return answered<string>(prompt([{ type: 'select', name: 'answer', message, choices: [...choices] }]));
    },
  };
}

async function answered<T>(answers: Promise<{ readonly answer: T }>): Promise<T> {
  try {
    return (await answers).answer;
  } catch (cause) {
    throw isLeaving(cause) ? new UserError('USER_011', {}, { cause }) : cause;
  }
}

/** Ctrl-C at a question, or our own signal. */
const isLeaving = (cause: unknown): boolean =>
  cause instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(cause.name);
