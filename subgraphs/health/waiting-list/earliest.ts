/** The earliest of the days that are known; null where none is. Dates are YYYY-MM-DD, which compare as text. */
export function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);
}
