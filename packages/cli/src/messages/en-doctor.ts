import type { koDoctor, koDoctorHelp } from './ko-doctor.js';

export const enDoctor: typeof koDoctor = {
  doctor: {
    task: 'Looking at everything that has to be right',
    ready: (warnings) => (warnings > 0 ? `Ready. ${warnings} things are worth a look` : 'All is well'),
    blocked: (count) => `${count} things have to be put right first`,
  },
};

export const enDoctorHelp: typeof koDoctorHelp = {
  doctor:
    'looks at everything that has to be right: Node, disk, data, keys, connections, contracts of channels, ends of models',
  offline: 'connects to nobody',
  channel: 'has to be usable (may be repeated); where it is not, that blocks',
  exitCodes:
    'Exit codes: 0 usable, warnings included; 2 something has to be put right first. Contracts cannot be seen: keys are.',
};
