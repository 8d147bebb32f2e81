import { ProviderError, UserError } from '../../errors/index.js';
import type { HttpRequest, HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { ChannelAdapter, ChannelPost } from '../channel.js';
import type { ProviderOptions } from '../provider-options.js';
import { requireFit } from '../require-fit.js';
import { checkKtPost } from './check-kt-post.js';
import { deploymentSchema, type KtDeployment, requireTaken, takenSchema, toPlacement } from './kt-answer.js';
import { type KtChannelName, ktPriceKrw } from './kt-channels.js';
import { toKtOrder } from './kt-order.js';

export interface KtOptions extends ProviderOptions {
  readonly token: string;
  readonly channel: KtChannelName;
  /**
   * Legal district codes (법정동코드), ten digits, in which a spot runs. A ring-back tone needs none.
   * @defaultValue the narrowest code known for the store's region
   */
  readonly regionCodes?: readonly string[];
  /** Where KT tells that something changed. Its calls are read with `parseKtHint`. */
  readonly callbackUrl?: string;
}

const provider = 'kt';

/**
 * Hands a creative to one of KT's channels. KT publishes no protocol: the one spoken here is assumed, and every result
 * says so. `POST /deploy` carries our reference as `Idempotency-Key`, so repeating it is safe; `GET` and `DELETE
 * /deployments/{id}` follow it up.
 *
 * `publish` throws {@link UserError} `USER_032` for what `check` names; `withdraw` `USER_044` for what is on the air.
 */
export function createKtChannel({
  token,
  channel,
  regionCodes,
  callbackUrl,
  ...options
}: KtOptions): ChannelAdapter {
  const ask = createAsk(token, options);
  const check = (post: ChannelPost) => checkKtPost(channel, post, regionCodes);
  const read = (id: string, signal?: AbortSignal) =>
    ask({ method: 'GET', path: pathOf(id), signal }, (answer) =>
      readJson(requireOk(answer, provider), deploymentSchema, provider),
    );

  return {
    channel,
    provider,
    mode: options.mode,
    idempotency: 'keyed',
    quietMs: 0,
    assumedProtocol: true,
    priceKrw: ({ period }) => ktPriceKrw(channel, period),
    check,

    async publish(post, { reference, signal }) {
      requireFit(provider, check(post));
      const json = toKtOrder(post, { channel, reference, regionCodes, callbackUrl });
      return ask({ method: 'POST', path: '/deploy', reference, json, signal }, (answer) =>
        toPlacement(readJson(requireTaken(answer, provider), takenSchema, provider)),
      );
    },

    async track(externalId, signal) {
      return toPlacement(await read(externalId, signal));
    },

    async withdraw(externalId, { reference, signal }) {
      const settled = await ask(
        { method: 'DELETE', path: pathOf(externalId), reference, signal },
        isTakenBack,
      );
      if (!settled) requireOver(channel, await read(externalId, signal));
    },
  };
}

interface Asking extends Pick<HttpRequest, 'method' | 'json'> {
  readonly path: string;
  readonly reference?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Every request is a read or keyed, so each may be repeated. */
function createAsk(token: string, { baseUrl, http, policy }: ProviderOptions) {
  return <T>(
    { method, path, reference, json, signal }: Asking,
    read: (answer: HttpResponse) => T,
  ): Promise<T> => {
    const key = reference === undefined ? {} : { 'idempotency-key': reference };
    const headers = { authorization: `Bearer ${token}`, ...key };
    const request = {
      provider,
      method,
      url: `${baseUrl}${path}`,
      headers,
      ...(json !== undefined && { json }),
    };
    return policy(async (signal) => read(await http(request, signal)), { signal, repeatable: true });
  };
}

function pathOf(deploymentId: string): string {
  return `/deployments/${encodeURIComponent(deploymentId)}`;
}

/** What is not there needs no taking back. False for 409: it was not possible, and the state tells why. */
function isTakenBack(answer: HttpResponse): boolean {
  if (answer.status === 409) return false;
  if (answer.status !== 404 && answer.status !== 410) requireOk(answer, provider);
  return true;
}

/** @throws UserError `USER_044` while it is on the air; ProviderError `PROVIDER_006` while another request is at work */
function requireOver(channel: KtChannelName, { status }: KtDeployment): void {
  if (status === 'CANCELLED' || status === 'REJECTED' || status === 'ENDED') return;
  if (status === 'ON_AIR') throw new UserError('USER_044', { channel });
  throw new ProviderError('PROVIDER_006', { provider, reason: 'HTTP 409' });
}
