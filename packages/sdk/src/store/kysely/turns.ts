/** The place of one among those who begin in the order in which they came and go on together. */
export interface Turn {
  /** Resolves once everybody before has begun. */
  readonly come: Promise<unknown>;
  /** Lets the next one begin. Passing twice does no harm. */
  pass(): void;
}

/** @returns gives the next place. Whoever takes one must pass it on, also when nothing came of it. */
export function createTurns(): () => Turn {
  let last: Promise<unknown> = Promise.resolve();
  return () => {
    const come = last;
    let pass = () => {};
    const passed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    last = come.then(() => passed);
    return { come, pass };
  };
}
