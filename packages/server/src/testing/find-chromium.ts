import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The browser of this machine: `CHROMIUM_PATH`, or the first of its usual names on the `PATH`. */
export function findChromium(environment = process.env): string | undefined {
  const { CHROMIUM_PATH: chosen, PATH: path = '' } = environment;
  if (chosen) return isProgram(chosen) ? chosen : undefined;
  const folders = [...path.split(delimiter).filter(Boolean), '/usr/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** What must be there where everything optional is mandatory: `KT_EVENT_REQUIRE=chromium,postgres`. */
export function isRequired(program: string, environment = process.env): boolean {
  return (environment['KT_EVENT_REQUIRE'] ?? '').split(',').includes(program);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
