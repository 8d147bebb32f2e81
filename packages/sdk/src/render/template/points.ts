/** A printer's point in millimetres. */
export const mmPerPoint = 25.4 / 72;
