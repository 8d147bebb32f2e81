/** What one unit costs, won, and where the figure comes from. */
export interface Price {
  readonly value: number;
  readonly source: string;
  /** When it was read. */
  readonly date: string;
}
