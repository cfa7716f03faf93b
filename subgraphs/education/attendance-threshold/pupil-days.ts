import { isPossible, type Session } from '../../../platform/code-sets/sessions.js';

/** The sessions of one day that a child could have attended at one school, by their codes. */
export interface PupilDay {
  readonly on: string;
  readonly codes: readonly [string, ...string[]];
}

/** Published codes of unauthorised absence. Source: School Attendance (Pupil Registration) (England) Regulations 2024. */
const unauthorised: ReadonlySet<string> = new Set(['G', 'N', 'O', 'U']);

export const isUnauthorised = (code: string): boolean => unauthorised.has(code);

/**
 * A child’s days by the school whose mark counted, each in order. A day without a session that could be attended is none: it
 * is stepped over, and neither counts nor ends what runs.
 */
export function pupilDays(sessions: readonly Session[]): ReadonlyMap<string, readonly PupilDay[]> {
  const bySchool = new Map<string, Map<string, [string, ...string[]]>>();
  for (const session of sessions) {
    if (!isPossible(session)) continue;
    const { schoolUrn, on, code } = session;
    const days = bySchool.get(schoolUrn) ?? new Map<string, [string, ...string[]]>();
    bySchool.set(schoolUrn, days);
    const codes = days.get(on);
    if (codes) codes.push(code);
    else days.set(on, [code]);
  }
  return new Map([...bySchool].map(([urn, days]) => [urn, [...days].map(([on, codes]) => ({ on, codes }))]));
}
