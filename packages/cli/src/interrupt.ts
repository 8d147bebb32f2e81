/** The part of a process that hears signals. */
export interface Signals {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

export interface InterruptOptions {
  /** Called at the first signal: work is being stopped where it can be gone on with. */
  readonly onFirst: () => void;
  /** Called at the second: the person will not wait. */
  readonly onSecond: () => void;
}

/** Turns Ctrl-C into an abort. */
export function listenForInterrupt(signals: Signals, { onFirst, onSecond }: InterruptOptions): AbortSignal {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) onSecond();
    else {
      controller.abort();
      onFirst();
    }
  };
  signals.on('SIGINT', interrupt);
  signals.on('SIGTERM', interrupt);
  return controller.signal;
}
