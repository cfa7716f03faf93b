/** When Node itself ends its support of a line, by the release schedule of github.com/nodejs/Release. */
const ends: Readonly<Record<string, string>> = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30' };

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * One line for whoever starts the hub on a line of Node that gets no more security fixes on that day; null where it
 * does, or where the line is not known here.
 *
 * @param version as `process.version` has it
 * @param today ISO date
 */
export function endOfLife(version: string, today: string): string | null {
  const line = /^v(\d+)\./.exec(version)?.[1] ?? '';
  const end = ends[line];
  if (end === undefined || today <= end) return null;
  return `Node ${line} reached its end of life in ${month.format(new Date(end))}: the hub works on it, but run it on Node 24.`;
}
