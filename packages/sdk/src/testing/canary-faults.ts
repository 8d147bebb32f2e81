import type { Fault, ProviderName, Sandbox } from '@kt-event/sandbox';

/** A provider that repeats what it was sent, in every field where an adapter may look for words. */
function echoOf(words: string): Readonly<Record<string, unknown>> {
  return {
    type: 'https://example.com/problems/faulty',
    title: words,
    detail: words,
    message: words,
    msg: words,
    errorCode: words,
    errorMessage: words,
    error: { message: words, type: words, code: 100, error_user_msg: words },
    errors: [{ field: words, message: words }],
    header: { isSuccessful: false, resultCode: -4000, resultMessage: words },
    // of a blog's endpoint, and of KT
    postId: 'post-1',
    deploymentId: 'deployment-1',
    state: 'REFUSED',
    status: 'REJECTED',
    reason: words,
    reasonCode: words,
    [words]: words,
  };
}

/** Every class of failure. Each is told the words that a provider would repeat. */
export const canaryFaults: Readonly<Record<string, (words: string) => Fault>> = {
  'refuses the key': (words) => ({ kind: 'status', code: 401, body: echoOf(words) }),
  'refuses the request': (words) => ({ kind: 'status', code: 400, body: echoOf(words) }),
  'refuses it under 200': (words) => ({ kind: 'status', code: 200, body: echoOf(words) }),
  'refuses the key of a repeat': (words) => ({ kind: 'status', code: 422, body: echoOf(words) }),
  'fails inside': (words) => ({ kind: 'status', code: 500, body: echoOf(words) }),
  'answers with a page': (words) => ({ kind: 'status', code: 200, body: `<html><title>${words}</title>` }),
  'answers with words': (words) => ({ kind: 'status', code: 400, body: words }),
  'breaks the connection': () => ({ kind: 'reset_before' }),
  'answers with half a document': () => ({ kind: 'malformed_json' }),
};

/** Providers that a campaign calls. */
const canaryProviders: readonly ProviderName[] = [
  'instagram',
  'naver_blog',
  'kt',
  'solapi',
  'nhn',
  'clova',
  'drand',
];

const publicNames = /(_ID|_USER|_SENDER|_PFID|_TEMPLATE_\w+)$/;

/** What opens the door of a provider, by the name of its variable. */
export function secretsOf({ credentials }: Sandbox, provider: ProviderName): Record<string, string> {
  const all = Object.entries<string>(credentials[provider]);
  return Object.fromEntries(all.filter(([name]) => !publicNames.test(name)));
}

/** Each provider fails `times` times from now on, with its own credentials and a phone in its mouth. */
export function breakProviders(sandbox: Sandbox, fault: string, phone: string, times: number): void {
  for (const provider of canaryProviders) {
    const words = [...Object.values(secretsOf(sandbox, provider)), phone].join(' ');
    const make = canaryFaults[fault];
    if (make) sandbox.addFault({ provider, fault: make(words), times });
  }
}
