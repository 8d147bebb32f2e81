import type { Processor } from '../schema/processor.js';

/**
 * Who carries our messages to people, by provider, as the notice of an entry page has to say it. A provider that is not
 * here carries none: the outbox is a folder of this machine. Names: as the services call themselves, read 2026-11-20.
 */
export const messageProcessors: Readonly<Record<string, Processor>> = {
  solapi: { name: '솔라피(SOLAPI)', task: '당첨·안내 메시지 발송' },
  nhn: { name: 'NHN Cloud', task: '당첨·안내 메시지 발송' },
};
