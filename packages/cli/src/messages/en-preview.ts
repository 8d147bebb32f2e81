import type { koPreview, koPreviewHelp } from './ko-preview.js';

export const enPreviewHelp: typeof koPreviewHelp = {
  preview: 'shows everything that was made on one page',
  fileOrCampaign: 'campaign id, or a campaign file; the newest campaign when absent',
  noOpen: 'prints the address and opens no browser',
  out: 'saves the page as one file, pictures and films included',
};

export const enPreview: typeof koPreview = {
  preview: {
    title: 'Contact sheet',
    drawing: 'Drawing what the file says',
    saved: (path) => `Saved as ${path}. This one file is all that is needed.`,
    places: 'Channels',
    findings: 'Findings of the check',
    summary: (count, found) =>
      found === 0 ? `${count} made, nothing found.` : `${count} made, ${found} to look at.`,
    rehearsal: 'rehearsal',
    sandbox: 'sandbox',
    spare: 'spare',
    madeBy: (maker) => (maker === 'template' ? 'drawn from a template' : `made by ${maker}`),
    writtenBy: (model) => `written by AI: ${model}`,
    unwritten: (why) => `the plan's words. ${why}`,
    soundBy: (voice) => `voice: ${voice}`,
    silent: {
      no_ffmpeg: 'silent: there is no ffmpeg',
      too_long: 'silent: the voice lasts longer than the film',
      failed: 'silent: the voice could not be put in',
    },
    paintedBy: (model) => `painted by AI: ${model}`,
    size: 'Size',
    length: 'Length',
    seconds: (count) => `${count} s`,
    bytes: 'File',
    letters: 'Characters',
    hashtags: 'Hashtags',
    of: (value, most) => `${value} of ${most}`,
    download: (name) => `Download ${name} (PDF)`,
    fault: (fault) => {
      switch (fault.kind) {
        case 'missing':
          return 'The file is not there. Make it again: kt-event generate.';
        case 'changed':
          return 'The file has changed since it was made. It may not be what was approved.';
        case 'too-large':
          return `Larger than its channel takes (${Math.floor(fault.most / 1_000)} KB).`;
        case 'too-long':
          return `Longer than its channel takes (${fault.most} characters).`;
        case 'dropped':
          return `Left out because nothing can draw them: ${fault.letters}`;
      }
    },
  },
};
