import { credentials } from '../../credentials.js';
import type { Provider, SandboxRequest } from '../../provider.js';
import { jsonResponse } from '../../response.js';
import { dispatch } from '../../routes.js';
import type { World } from '../../world.js';
import { createAccount } from './account.js';
import { graphErrors, refuseGraph, refuseParameter, toGraphError } from './graph-error.js';
import { createInstagramRoutes } from './instagram-routes.js';
import { readMediaRequest } from './media-request.js';
import { probeMedia } from './probe-media.js';
import { createTokens } from './tokens.js';
import { createUsageMeter } from './usage.js';

/** v21.0 ends on 2027-01-21; what came before it is gone. */
const servedVersions = ['v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', 'v26.0'];

const isContainerRequest = ({ method, path }: SandboxRequest): boolean =>
  method === 'POST' && /^(?:\/v\d+\.\d+)?\/\d+\/media$/.test(path);
const isRefresh = ({ path }: SandboxRequest): boolean => path.endsWith('/refresh_access_token');
const isPage = ({ path }: SandboxRequest): boolean => path.startsWith('/p/');

function checkVersion({ path }: SandboxRequest): void {
  const version = /^\/(v\d+\.\d+)\//.exec(path)?.[1];
  if (version !== undefined && !servedVersions.includes(version)) {
    refuseParameter(`Unknown or ended version ${version}`);
  }
}

export function createInstagramProvider(world: World): Provider {
  const tokens = createTokens(world);
  const account = createAccount(world);
  const usage = createUsageMeter(credentials.instagram.IG_USER_ID);
  const routes = createInstagramRoutes(world, account, tokens, usage);

  return {
    name: 'instagram',
    authenticate(request) {
      if (isPage(request)) {
        return 'visitor';
      }
      const tokenNumber = tokens.recognise(request);
      checkVersion(request);
      usage.requireRoom(request.at);
      return tokenNumber;
    },
    async prepare(request) {
      if (!isContainerRequest(request)) {
        return null;
      }
      const { url, kind } = readMediaRequest(request);
      return url === undefined ? null : probeMedia(url, kind === 'VIDEO' ? 'VIDEO' : 'IMAGE');
    },
    changesState: (request) => request.method === 'POST' || isRefresh(request),
    handle: (request) =>
      usage.mark(
        dispatch(routes, request, () => refuseGraph(graphErrors.unknownObject)),
        request.at,
      ),
    shown: () => account.shown(),
    toErrorResponse: (status, reason) =>
      status === 429
        ? toGraphError({ code: 4, message: 'Application request limit reached', transient: true }, 403)
        : jsonResponse(status, {
            error: {
              message: reason,
              type: 'OAuthException',
              code: status === 401 ? 190 : 2,
              is_transient: status >= 500,
              fbtrace_id: 'A0',
            },
          }),
  };
}
