import { z } from 'zod';
import type { HttpRequest } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import type { ProviderOptions } from '../provider-options.js';
import { requireAccepted } from './instagram-error.js';

export interface InstagramApiOptions extends ProviderOptions {
  readonly accessToken: string;
  /** Id of the professional account. */
  readonly userId: string;
  /** @defaultValue 'v26.0', the newest on 2026-11-20. Source: Meta's changelog. */
  readonly version?: string;
}

const idSchema = z.object({ id: z.string() });
const containerSchema = z.object({
  status_code: z.enum(['IN_PROGRESS', 'FINISHED', 'PUBLISHED', 'ERROR', 'EXPIRED']),
});

const mediaSchema = z.object({
  id: z.string(),
  permalink: z.string().optional(),
  caption: z.string().optional(),
});
export type Media = z.infer<typeof mediaSchema>;
const quotaSchema = z.object({
  data: z.array(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }) })).min(1),
});

export type InstagramApi = ReturnType<typeof createInstagramApi>;

/** The few Graph calls that a post needs. The token goes in a header: addresses end up in logs. */
export function createInstagramApi(options: InstagramApiOptions) {
  const { baseUrl, version = 'v26.0', userId, accessToken, http, policy } = options;
  const headers = { authorization: `Bearer ${accessToken}` };

  type Ask = Pick<HttpRequest, 'method' | 'query' | 'form'> & {
    readonly path: string;
    readonly repeatable: boolean;
  };
  const ask = <S extends z.ZodType>({ path, repeatable, ...request }: Ask, schema: S, signal?: AbortSignal) =>
    policy(
      async (signal) => {
        const url = `${baseUrl}/${version}/${path}`;
        const answer = await http({ provider: 'instagram', url, headers, ...request }, signal);
        return readJson(requireAccepted(answer), schema, 'instagram');
      },
      { signal, repeatable },
    );
  const read = <S extends z.ZodType>(
    path: string,
    query: Record<string, string>,
    schema: S,
    signal?: AbortSignal,
  ) => ask({ method: 'GET', path, query, repeatable: true }, schema, signal);

  return {
    /** Repeating it leaves an unused container, which nobody sees. */
    createContainer: (form: Record<string, string>, signal?: AbortSignal) =>
      ask({ method: 'POST', path: `${userId}/media`, form, repeatable: true }, idSchema, signal),
    containerStatus: async (container: string, signal?: AbortSignal) =>
      (await read(container, { fields: 'status_code,status' }, containerSchema, signal)).status_code,
    publish: (container: string, signal?: AbortSignal) =>
      ask(
        {
          method: 'POST',
          path: `${userId}/media_publish`,
          form: { creation_id: container },
          repeatable: false,
        },
        idSchema,
        signal,
      ),
    media: (id: string, signal?: AbortSignal) => read(id, { fields: 'id,permalink' }, mediaSchema, signal),
    /** Newest first. */
    async recentMedia(signal?: AbortSignal): Promise<Media[]> {
      const query = { fields: 'id,timestamp,permalink,caption', limit: '10' };
      const { data } = await read(`${userId}/media`, query, z.object({ data: z.array(mediaSchema) }), signal);
      return data;
    },
    /** Posts used and allowed in the running window; Meta's documents disagree on the number. */
    async quota(signal?: AbortSignal): Promise<{ used: number; total: number } | undefined> {
      const path = `${userId}/content_publishing_limit`;
      const { data } = await read(path, { fields: 'quota_usage,config' }, quotaSchema, signal);
      return data[0] && { used: data[0].quota_usage, total: data[0].config.quota_total };
    },
  };
}
