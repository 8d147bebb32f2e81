import { type Channel, channelSchema, UserError } from '@kt-event/sdk';

/** `naver-blog` is as good as `naver_blog`. @throws UserError `USER_002` */
export function toChannel(name: string): Channel {
  const known = channelSchema.safeParse(name.replaceAll('-', '_'));
  if (known.success) return known.data;
  throw new UserError('USER_002', { what: 'channel', id: name });
}
