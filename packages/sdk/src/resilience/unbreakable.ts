/** The same listener, whose failures are its own: no call fails because somebody watches it. */
export function unbreakable<Event>(listener: (event: Event) => void): (event: Event) => void {
  return (event) => {
    try {
      listener(event);
    } catch {
      // a listener's failure is its own
    }
  };
}
