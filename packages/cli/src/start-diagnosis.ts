import { join } from 'node:path';
import { type Diagnosis, diagnose } from '@kt-event/sdk';
import type { DiagnoseChoice } from './context.js';
import { type OpenSettings, openKtEvent } from './open-kt-event.js';

/** Opens the store as every command would, and closes it again. */
export function startDiagnosis(
  settings: Pick<OpenSettings, 'folder' | 'environment'>,
  choice: DiagnoseChoice,
): Promise<Diagnosis[]> {
  const { folder, environment } = settings;
  const tryStore = async () => (await openKtEvent(settings)).close();
  return diagnose({ folder: join(folder, '.kt-event'), environment, tryStore, ...choice });
}
