import { access, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiagnoseOptions, Limits } from './diagnose-options.js';
import { block, type Diagnosis, fine, note, ofError, warn } from './diagnosis.js';
import { reader } from './environment.js';
import { findExecutable } from './providers/find-executable.js';

type Machine = DiagnoseOptions & { readonly nodeVersion: string };

/** What is on this machine: Node, disk, store, master key, fonts, programs. */
export async function diagnoseMachine(machine: Machine, limits: Limits): Promise<Diagnosis[]> {
  return [
    nodeOf(machine, limits),
    await diskOf(machine, limits),
    ...(await storeOf(machine)),
    await fontsOf(),
    ...programsOf(machine),
  ];
}

function nodeOf({ nodeVersion }: Machine, { leastNode: [major, minor] }: Limits): Diagnosis {
  const [has = 0, minorHas = 0] = nodeVersion.replace('v', '').split('.').map(Number);
  if (has > major || (has === major && minorHas >= minor))
    return fine('node', `Node.js ${nodeVersion}`, `Node.js ${nodeVersion}`);
  const least = `${major}.${minor}`;
  return block(
    'node',
    `Node.js ${nodeVersion}은(는) 오래되었습니다. ${least} 이상이어야 합니다`,
    `Node.js ${nodeVersion} is too old: ${least} at least`,
    ['nodejs.org에서 최신 LTS를 설치하세요', 'Install the current LTS from nodejs.org'],
  );
}

const bytesPerMb = 1024 * 1024;

async function diskOf({ folder }: Machine, { leastFreeMb: least }: Limits): Promise<Diagnosis> {
  const { bavail, bsize } = await statfs(await nearest(folder));
  const free = Math.floor((bavail * bsize) / bytesPerMb);
  const [ko, en] = [`디스크에 ${free}MB가 남았습니다`, `${free} MB left on the disk`];
  if (free >= least.warn) return fine('disk', ko, en);
  const hint = [
    '자리를 비우거나 --dir로 다른 디스크를 쓰세요',
    'Free some, or use another disk with --dir',
  ] as const;
  return free < least.block ? block('disk', ko, en, hint) : warn('disk', ko, en, hint);
}

/** The folder, or the first one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  return there || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

const keyFileMode = 0o600;

async function storeOf({ folder, environment, tryStore }: Machine): Promise<Diagnosis[]> {
  const held = await stat(folder).catch(() => undefined);
  const shared = reader(environment)('DATABASE_URL') !== undefined;
  if (!held && !shared)
    return [
      note('store', '아직 데이터가 없습니다. 처음 쓸 때 만듭니다', 'No data yet: made at the first use'),
    ];
  const key = await masterKeyOf(folder, environment); // before opening, which puts its mode right
  try {
    await tryStore();
  } catch (error) {
    return [ofError('store', error)];
  }
  const where = shared ? 'PostgreSQL' : folder;
  return [fine('store', `데이터를 열었습니다 (${where})`, `The data opens (${where})`), key];
}

async function masterKeyOf(folder: string, environment: Machine['environment']): Promise<Diagnosis> {
  const id = 'master-key';
  if (reader(environment)('KT_EVENT_MASTER_KEY') !== undefined)
    return fine(id, '마스터 키를 환경 변수에서 받았습니다', 'The master key comes from the environment');
  const path = join(folder, 'master.key');
  const file = await stat(path).catch(() => undefined);
  if (file && (file.mode & 0o777) !== keyFileMode)
    return warn(
      id,
      `마스터 키 파일을 다른 사람도 읽을 수 있습니다 (${path})`,
      `Others may read the file of the master key (${path})`,
      [`\`chmod 600 ${path}\`를 실행하세요`, `Run \`chmod 600 ${path}\``],
    );
  return fine(
    id,
    `마스터 키 파일이 있습니다 (${path}). 백업은 데이터와 따로 두세요`,
    `The master key is in ${path}. Keep its backup apart from the data`,
  );
}

async function fontsOf(): Promise<Diagnosis> {
  const files = await readdir(new URL('../assets/fonts/', import.meta.url)).catch(() => []);
  const fonts = files.filter((name) => /\.(ttf|otf|woff2?)$/.test(name)).length;
  if (fonts > 0) return fine('fonts', `글꼴 ${fonts}개가 있습니다`, `${fonts} fonts`);
  return block('fonts', '글꼴이 없어 그림을 만들 수 없습니다', 'There are no fonts: no picture can be made', [
    '`npm install`을 다시 실행하세요',
    'Run `npm install` again',
  ]);
}

/** Nothing needs them; each adds something where it is there. */
function programsOf({ environment }: Machine): Diagnosis[] {
  const path = reader(environment)('PATH') ?? '';
  const voice = findExecutable('espeak-ng', path);
  const others = ['ffmpeg', 'chromium'].map((name) => `${name} ${findExecutable(name, path) ? '✔' : '–'}`);
  const hint = [
    'espeak-ng를 설치하거나 CLOVA Voice 키를 넣으세요',
    'Install espeak-ng, or set a key for CLOVA Voice',
  ] as const;
  return [
    voice
      ? fine('espeak', '이 컴퓨터의 음성(espeak-ng)을 쓸 수 있습니다', 'espeak-ng can speak on this machine')
      : note(
          'espeak',
          'espeak-ng가 없습니다. 음성 없이 대본만 만듭니다',
          'No espeak-ng: scripts only, no voice',
          hint,
        ),
    findExecutable('ffmpeg', path)
      ? fine('film-sound', 'ffmpeg가 있어 영상에 음성을 넣을 수 있습니다', 'ffmpeg is there: films can speak')
      : note('film-sound', 'ffmpeg가 없어 영상에 소리가 없습니다', 'No ffmpeg: films are silent'),
    note('programs', `없어도 됩니다: ${others.join(', ')}`, `Not needed: ${others.join(', ')}`),
  ];
}
