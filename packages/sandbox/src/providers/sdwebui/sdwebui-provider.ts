import { credentials } from '../../credentials.js';
import { paintSeededPng } from '../../media/png.js';
import type { AcceptedRequest, Provider } from '../../provider.js';
import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { dispatch, type Route } from '../../routes.js';
import { seededBytes } from '../../seeded.js';
import type { World } from '../../world.js';
import { readTextToImageRequest, samplers } from './text-to-image-request.js';

const checkpoint = 'sandbox-checkpoint';

function paint({ seed: worldSeed }: World, request: AcceptedRequest): SandboxResponse {
  const asked = readTextToImageRequest(request);
  const chosen = seededBytes(worldSeed, request.body).readUInt32BE(0);
  const firstSeed = asked.seed === -1 ? chosen : asked.seed;
  const seeds = Array.from({ length: asked.images }, (_, index) => firstSeed + index);
  const images = seeds.map((seed) => paintSeededPng(asked, `${seed}/${asked.prompt}`).toString('base64'));
  const info = {
    prompt: asked.prompt,
    seed: firstSeed,
    all_seeds: seeds,
    width: asked.widthPx,
    height: asked.heightPx,
    sd_model_name: checkpoint,
  };
  const timing = { 'x-process-time': '0.1' };
  return jsonResponse(200, { images, parameters: asked.parameters, info: JSON.stringify(info) }, timing);
}

/** Jobs are over when their answer leaves, so nothing ever runs when somebody asks. */
const idleProgress = {
  progress: 0,
  eta_relative: 0,
  state: {
    skipped: false,
    interrupted: false,
    job: '',
    job_count: 0,
    job_no: 0,
    sampling_step: 0,
    sampling_steps: 0,
  },
  current_image: null,
  textinfo: null,
};

const toErrorResponse = (status: number, reason: string): SandboxResponse =>
  jsonResponse(status, { error: 'RuntimeError', detail: reason, body: '', errors: reason });

function createRoutes(world: World): readonly Route[] {
  const get = (path: RegExp, value: unknown): Route => ({
    method: 'GET',
    path,
    handle: () => jsonResponse(200, value),
  });
  return [
    { method: 'POST', path: /^\/sdapi\/v1\/txt2img$/, handle: (request) => paint(world, request) },
    get(/^\/sdapi\/v1\/progress$/, idleProgress),
    get(
      /^\/sdapi\/v1\/samplers$/,
      samplers.map((name) => ({ name, aliases: [], options: {} })),
    ),
    get(/^\/sdapi\/v1\/options$/, { sd_model_checkpoint: checkpoint, samples_format: 'png' }),
    get(/^\/sdapi\/v1\/sd-models$/, [{ title: checkpoint, model_name: checkpoint }]),
  ];
}

/** A WebUI with `--api`. It may be used without a password; a wrong one is refused. */
export function createSdwebuiProvider(world: World): Provider {
  const { SD_WEBUI_USER: user, SD_WEBUI_PASSWORD: password } = credentials.sdwebui;
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const routes = createRoutes(world);
  return {
    name: 'sdwebui',
    authenticate({ headers }) {
      if ((headers['authorization'] ?? expected) !== expected) {
        const challenge = { 'www-authenticate': 'Basic' };
        throw new Refusal(jsonResponse(401, { detail: 'Incorrect username or password' }, challenge));
      }
      return user;
    },
    changesState: () => false,
    handle: (request) => dispatch(routes, request, () => jsonResponse(404, { detail: 'Not Found' })),
    toErrorResponse,
  };
}
