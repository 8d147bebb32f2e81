import type { Language } from '@kt-event/sdk';

/** What the environment says. The only file of the command line that reads it. */
export interface Settings {
  readonly colored: boolean;
  /** Nobody is there to answer. */
  readonly automated: boolean;
  readonly language: Language;
  readonly folder: string | undefined;
  /** Everything, for the providers' credentials. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** `NO_COLOR`, `CI`, `KT_EVENT_LANG` (`ko` or `en`) and `KT_EVENT_DIR`. A flag beats each of them. */
export function readSettings(environment = process.env): Settings {
  return {
    // https://no-color.org: any value but the empty one
    colored: !environment['NO_COLOR'],
    automated: Boolean(environment['CI']) && environment['CI'] !== 'false',
    language: environment['KT_EVENT_LANG'] === 'en' ? 'en' : 'ko',
    folder: environment['KT_EVENT_DIR'] || undefined,
    environment,
  };
}
