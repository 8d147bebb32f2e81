import { type Environment, reader } from './environment.js';
import { UserError } from './errors/index.js';
import type { Http } from './http/http.js';
import type { FilmMaker } from './providers/film-maker.js';
import type { Renderer } from './render/index.js';

/** What `createKtEvent` takes. Everything the outside world provides can be replaced. */
export interface KtEventOptions {
  /** Data folder: database, keys, locks; with `DATABASE_URL` the keys alone. Absolute. */
  readonly folder: string;
  /** Where campaigns' files go, one folder each. Absolute. */
  readonly output: string;
  /**
   * Credentials and addresses of outside systems, by the names of environment variables; pass `process.env`.
   * A provider without credentials stays `local`; one on a loopback address is `sandbox`; any other is `live`.
   * @defaultValue none: everything stays on this machine
   */
  readonly environment?: Environment;
  /** Address at which the server can be reached from outside, without a trailing slash. @defaultValue `http://localhost:8787` */
  readonly publicUrl?: () => string;
  /** Folder of an agency's own picture templates. Absolute. A brief's `templates` come before it. @defaultValue ours alone */
  readonly templates?: string | undefined;
  /** Phones of the channel's friends for Kakao brand messages. @defaultValue none: Kakao asks for them */
  readonly kakaoAudience?: readonly string[];
  /**
   * Seals and commits entries in a thread of their own: for servers. In the same thread otherwise, which starts faster.
   * @defaultValue false
   */
  readonly entryThread?: boolean;
  /** @defaultValue {@link createSteadyClock}: no jump of the system's clock moves a closing time */
  readonly now?: () => Date;
  /** @defaultValue a real wait */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Makes the films. @defaultValue threads of this process */
  readonly films?: FilmMaker;
  /** Draws the pictures. @defaultValue threads of this process */
  readonly renderer?: Renderer;
  /** @defaultValue got */
  readonly http?: Http;
}

/** 32 bytes in Base64, with its padding. */
const masterKeyPattern = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The master keys from the environment, for machines whose disk is not trusted with them: the key, or the key and those
 * it replaced, newest first, with commas between.
 *
 * @throws UserError `USER_001` when one is anything but 32 bytes in Base64. The key itself is not repeated.
 */
export function readMasterKeys(environment: Environment): Uint8Array[] | undefined {
  const text = reader(environment)('KT_EVENT_MASTER_KEY');
  if (text === undefined) return undefined;
  const keys = text.split(',').map((key) => key.trim());
  if (keys.every((key) => masterKeyPattern.test(key))) return keys.map((key) => Buffer.from(key, 'base64'));
  const message = { ko: '32바이트를 Base64로 적어야 합니다', en: 'must be 32 bytes in Base64' };
  const fix = {
    ko: '`openssl rand -base64 32`의 결과를 쓰세요',
    en: 'Use the output of `openssl rand -base64 32`',
  };
  const issues = [{ path: ['KT_EVENT_MASTER_KEY'], message, fix }];
  throw new UserError('USER_001', { what: 'KT_EVENT_MASTER_KEY' }, { issues });
}

/**
 * Address of the PostgreSQL that several machines share. Without one everything stays in a file of this machine.
 *
 * @throws UserError `USER_001` for any other address. It is not repeated, since it holds a password.
 */
export function readDatabaseUrl(environment: Environment): string | undefined {
  const url = reader(environment)('DATABASE_URL');
  if (url === undefined || (/^postgres(ql)?:/.test(url) && URL.canParse(url))) return url;
  const message = { ko: 'PostgreSQL의 주소여야 합니다', en: 'must be an address of PostgreSQL' };
  const fix = {
    ko: '`postgres://이름:비밀번호@서버:5432/데이터베이스`처럼 쓰세요',
    en: 'Write it like `postgres://name:password@server:5432/database`',
  };
  const issues = [{ path: ['DATABASE_URL'], message, fix }];
  throw new UserError('USER_001', { what: 'DATABASE_URL' }, { issues });
}
