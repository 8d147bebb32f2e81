import type { Picture } from '../render/index.js';
import { logoProblem } from './logo-problem.js';

const unread = {
  ko: '로고가 파일 경로로 남아 있습니다',
  en: 'The logo is still the path of a file',
  fix: { ko: 'logoDataUri로 읽어 넣으세요', en: 'Read it with logoDataUri' },
};

import { readPicture } from '../render/picture/read-picture.js';

/**
 * The logo of a brief, ready to be drawn. One whose size cannot be read is left out.
 *
 * @throws {@link UserError} `USER_001` for the path of a file: whoever reads the campaign file reads that one too.
 */
export function logoOf(dataUri: string | undefined): Picture | undefined {
  if (dataUri !== undefined && !dataUri.startsWith('data:')) throw logoProblem(unread);
  const [, base64] = /^data:image\/(?:png|jpeg);base64,(.+)$/.exec(dataUri ?? '') ?? [];
  return base64 === undefined ? undefined : readPicture(new Uint8Array(Buffer.from(base64, 'base64')));
}
