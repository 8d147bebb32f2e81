import { toChannel } from '../channels.js';
import type { CommandContext } from '../context.js';
import { doctorView } from '../views/doctor-view.js';

export interface DoctorFlags {
  readonly offline?: boolean;
  /** Have to be usable. */
  readonly channel?: readonly string[];
}

/** Looks at everything that has to be right. Exit code 2 when something blocks; warnings are not that. */
export async function doctor(
  context: CommandContext,
  { offline = false, channel = [] }: DoctorFlags,
): Promise<void> {
  const { output, messages } = context;
  const required = channel.map(toChannel);
  const found = await output.task(messages.doctor.task, () => context.diagnose({ offline, required }));
  output.result({ found }, doctorView);
  if (found.some(({ level }) => level === 'block')) context.exitWith(2);
}
