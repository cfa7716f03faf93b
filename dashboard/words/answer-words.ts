import type { Shown } from '../gateway/shown.js';
import { absenceWords } from './absence.js';
import { askedWords } from './codes.js';
import { dayText, timeText } from './dates.js';
import { roleWords } from './roles.js';

type Of<Kind extends Shown<unknown>['kind']> = Extract<Shown<unknown>, { kind: Kind }>;

const when = (instant: string): string => (instant.includes('T') ? timeText(instant) : dayText(instant));

/** How late a value is: `Last received 24 Nov 2026; expected weekly`; or whose news is not all taken in yet. */
export function lateWords({ behind, lastReceived, expectedEvery }: Omit<Of<'late'>, 'kind' | 'value'>): string {
  if (behind) return `There may be more: not all is taken in yet from ${behind.map(askedWords).join(', ')}`;
  const received = lastReceived === null ? 'Never received' : `Last received ${when(lastReceived)}`;
  return expectedEvery === null ? received : `${received}; expected ${expectedEvery}`;
}

/** What stands in place of a value that is not told, on a page and in a file alike. */
export function untoldWords(of: Of<'none' | 'refused' | 'suppressed' | 'unavailable'>, role: string): string {
  switch (of.kind) {
    case 'none':
      return absenceWords[of.seesAll ? 'none' : 'none-seen'];
    case 'unavailable':
      return `We could not ask ${askedWords(of.domain)} just now. This does not mean that nothing is held.`;
    case 'refused':
      return `You do not see this as ${roleWords(role)}: ${of.because}`;
    case 'suppressed':
      return 'Fewer than 8: not shown';
  }
}
