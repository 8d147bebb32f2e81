export { type App, type AppOptions, createApp } from './app.js';
export { openServer, type Server, type ServerOptions } from './open-server.js';
export { createScheduler, type Scheduler, type SchedulerOptions } from './scheduler/create-scheduler.js';
