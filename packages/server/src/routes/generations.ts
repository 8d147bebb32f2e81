import { Readable } from 'node:stream';
import type { Generation } from '@kt-event/sdk';
import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../app-options.js';
import { createTokenGuard } from '../guards/require-token.js';
import { problemResponses } from '../problem-schema.js';
import { generationSchema, startedSchema } from './generation-schema.js';
import { refuseOtherMethods } from './refuse-other-methods.js';

/** How often whoever asks should ask. */
const pollSeconds = 5;
const over: readonly Generation['state'][] = ['ended', 'failed', 'cancelled'];

interface ById {
  Params: { id: string };
}

/** Creatives by asynchronous request-reply: asked for, then asked about or listened to. For owners' programs only. */
export function generationRoutes(
  app: FastifyInstance,
  { ktEvent, apiToken }: Pick<AppOptions, 'ktEvent' | 'apiToken'>,
): void {
  if (apiToken === undefined) return;
  const onRequest = createTokenGuard(apiToken);
  const refusals = problemResponses(['AUTH_003', 'USER_002', 'USER_014']);

  const start = {
    summary: 'Has the creatives of an approved campaign made',
    response: { 202: startedSchema, ...problemResponses(['AUTH_003', 'USER_002', 'USER_008', 'USER_014']) },
  };
  app.post<ById>(
    '/api/events/:id/content-generation',
    { onRequest, schema: start },
    async (request, reply) => {
      const { runId } = await ktEvent.generate(request.params.id);
      reply.code(202).header('location', `/api/runs/${runId}`).header('retry-after', pollSeconds);
      return { runId };
    },
  );

  const show = { summary: 'How far a generation is', response: { 200: generationSchema, ...refusals } };
  app.get<ById>('/api/runs/:id', { onRequest, schema: show }, async (request, reply) => {
    const generation = await ktEvent.generation(request.params.id);
    if (!over.includes(generation.state)) reply.header('retry-after', pollSeconds);
    return reply.header('cache-control', 'no-store').send(generation);
  });

  const cancel = { summary: 'Stops a generation', response: { 200: generationSchema, ...refusals } };
  app.delete<ById>('/api/runs/:id', { onRequest, schema: cancel }, ({ params }) =>
    ktEvent.cancelGeneration(params.id),
  );

  const listen = { summary: 'Every change of a generation, as server-sent events', response: refusals };
  app.get<ById>('/api/runs/:id/events', { onRequest, schema: listen }, async (request, reply) => {
    const { id } = request.params;
    await ktEvent.generation(id);
    const gone = new AbortController();
    request.raw.on('close', () => gone.abort());
    const events = Readable.from(toEvents(ktEvent.watchGeneration(id, gone.signal)));
    return reply.type('text/event-stream').header('cache-control', 'no-store').send(events);
  });
  refuseOtherMethods(app, '/api/events/:id/content-generation', ['POST']);
  refuseOtherMethods(app, '/api/runs/:id', ['GET', 'HEAD', 'DELETE']);
  refuseOtherMethods(app, '/api/runs/:id/events', ['GET', 'HEAD']);
}

async function* toEvents(generations: AsyncIterable<Generation>): AsyncGenerator<string> {
  for await (const generation of generations) {
    const name = over.includes(generation.state) ? 'end' : 'progress';
    yield `event: ${name}\ndata: ${JSON.stringify(generation)}\n\n`;
  }
}
