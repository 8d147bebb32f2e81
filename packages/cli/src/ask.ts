import { UserError } from '@kt-event/sdk';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Questions to the person at the terminal. Each names the flag that answers it where nobody can be asked. */
export interface Ask {
  readonly interactive: boolean;
  confirm(question: string, flag: string): Promise<boolean>;
  text(question: string, flag: string, suggestion: string): Promise<string>;
  choose(question: string, flag: string, choices: readonly Choice[]): Promise<string>;
}

/** Without a terminal nothing is asked. @throws UserError `USER_010` */
export const refuseToAsk: Ask = {
  interactive: false,
  confirm: refuse,
  text: refuse,
  choose: refuse,
};

async function refuse(question: string, flag: string): Promise<never> {
  throw new UserError('USER_010', { question, flag });
}
