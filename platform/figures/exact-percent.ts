/** A percentage, or a rate for every hundred, to four decimal places, halves up; null of nothing. */
export const exactPercent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((2_000_000 * part + whole) / (2 * whole)) / 10_000;
