/** What is not known of a pupil or a school. */
const UNKNOWN = 'UNKNOWN';

/** A group's value as it is told: the cube calls '' what is not known. */
export const writtenName = (value: string): string => (value === '' ? UNKNOWN : value);

/** Groups by name; what is not known comes last. */
export function compareKeys(one: readonly string[], other: readonly string[]): number {
  for (const [at, name] of one.entries()) {
    const beside = other[at] ?? '';
    if (name === beside) continue;
    if (name === UNKNOWN || beside === UNKNOWN) return name === UNKNOWN ? 1 : -1;
    return name < beside ? -1 : 1;
  }
  return 0;
}
