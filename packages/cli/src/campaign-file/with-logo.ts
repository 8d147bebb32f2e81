import { readFile } from 'node:fs/promises';
import { type Brief, KtEventError, logoDataUri, UserError } from '@kt-event/sdk';

/** The brief with its logo's picture in place of the path of its file. @param place - Says where in the file it stands. */
export async function withLogo(
  brief: Brief,
  at: (file: string) => string,
  place: (error: KtEventError) => KtEventError,
): Promise<Brief> {
  const { brand } = brief.store;
  const file = brand?.logo;
  if (file === undefined || file.startsWith('data:')) return brief;
  try {
    const logo = logoDataUri(await readFile(at(file)).catch(() => Promise.reject(notThere(file))));
    return { ...brief, store: { ...brief.store, brand: { ...brand, logo } } };
  } catch (error) {
    throw KtEventError.is(error) ? place(error) : error;
  }
}

function notThere(file: string): UserError {
  const issue = {
    path: ['store', 'brand', 'logo'],
    message: { ko: `"${file}" 파일을 읽을 수 없습니다`, en: `"${file}" cannot be read` },
    fix: {
      ko: '이벤트 파일이 있는 폴더에서 시작하는 경로로 적으세요',
      en: 'Write its path from the folder of the campaign file',
    },
  };
  return new UserError('USER_001', { what: file }, { issues: [issue] });
}
