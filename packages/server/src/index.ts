export { type App, createApp } from './app.js';
export type { AppOptions } from './app-options.js';
export { openServer, type Server, type ServerOptions } from './open-server.js';
export { html, type Markup } from './pages/html.js';
export { type ByteRange, byteRange } from './routes/byte-range.js';
export { createScheduler, type Scheduler, type SchedulerOptions } from './scheduler/create-scheduler.js';
