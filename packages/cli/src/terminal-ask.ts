import { UserError } from '@kt-event/sdk';
import inquirer from 'inquirer';
import type { Ask } from './ask.js';

/** The only door of inquirer. Questions go to stderr: stdout is for results. */
export function createTerminalAsk(signal: AbortSignal, output: NodeJS.WritableStream): Ask {
  const prompt = inquirer.createPromptModule({ output, signal });
  const asked = async <T>(answers: Promise<{ readonly answer: T }>): Promise<T> => {
    try {
      return (await answers).answer;
    } catch (cause) {
      throw isLeaving(cause) ? new UserError('USER_011', {}, { cause }) : cause;
    }
  };
  return {
    interactive: true,
    confirm: (message) =>
      asked<boolean>(prompt([{ type: 'confirm', name: 'answer', message, default: false }])),
    text: (message, _flag, suggestion) =>
      asked<string>(prompt([{ type: 'input', name: 'answer', message, default: suggestion }])),
    choose: (message, _flag, choices) =>
      asked<string>(prompt([{ type: 'select', name: 'answer', message, choices: [...choices] }])),
  };
}

/** Ctrl-C at a question, or our own signal. */
const isLeaving = (cause: unknown): boolean =>
  cause instanceof Error && ['ExitPromptError', 'AbortPromptError', 'AbortError'].includes(cause.name);
