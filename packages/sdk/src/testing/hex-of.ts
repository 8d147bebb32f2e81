export const hexOf = (no: number, length: number) => no.toString(16).padStart(length, '0');
