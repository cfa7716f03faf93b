import type { Child } from 'hono/jsx';
import type { Shown } from '../gateway/shown.js';
import { dayText, timeText } from '../words/dates.js';
import { absenceWords } from '../words/absence.js';
import { askedWords } from '../words/codes.js';
import { roleWords } from '../words/roles.js';

interface ValueProps<T> {
  readonly of: Shown<T>;
  readonly as: (value: T) => Child;
  /** The role that reads, for what it does not see. */
  readonly role: string;
}

const when = (instant: string): string => (instant.includes('T') ? timeText(instant) : dayText(instant));

/** A value in whichever of its six answers it has: words, always, never a blank, a dash or a nought for what is not known. */
export function Value<T>({ of, as, role }: ValueProps<T>) {
  switch (of.kind) {
    case 'held':
      return <>{as(of.value)}</>;
    case 'none':
      return <span class="app-none">{absenceWords[of.seesAll ? 'none' : 'none-seen']}</span>;
    case 'unavailable':
      return (
        <div class="app-unavailable" data-answer="unavailable">
          We could not ask {askedWords(of.domain)} just now. This does not mean that nothing is held.
        </div>
      );
    case 'refused':
      return (
        <div class="govuk-inset-text app-refused" data-answer="refused">
          You do not see this as {roleWords(role)}: {of.because}
        </div>
      );
    case 'suppressed':
      return <span class="app-suppressed">Fewer than 8: not shown</span>;
    case 'late':
      return (
        <>
          <p class="govuk-body-s app-late" data-answer="late">
            <strong class="govuk-tag govuk-tag--orange">Late</strong>{' '}
            {of.lastReceived === null ? 'Never received' : `Last received ${when(of.lastReceived)}`}
            {of.expectedEvery === null ? '' : `; expected ${of.expectedEvery}`}
          </p>
          {as(of.value)}
        </>
      );
  }
}
