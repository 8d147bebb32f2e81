export type { CommandContext, OpenContext, Rehearse, RehearseOptions } from './context.js';
export { createProgram } from './program.js';
export { reportError } from './report-error.js';
