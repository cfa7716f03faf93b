import { Temporal } from 'temporal-polyfill';
import { InvalidInput } from '../../../platform/errors/hub-error.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Cohort } from '../cohort/cohort.js';
import type { ListedWeek } from './weekly-list.repository.js';

/** What is asked of the weekly list, as it came. */
export interface AskedWeek {
  readonly week: string;
  readonly cohort: Cohort | null;
  readonly socialWorkTeam: string | null;
  readonly schoolUrn: string | null;
  readonly first: number | null;
  readonly after: string | null;
}

/** Which children of a week are meant; all where null. */
interface Narrowing {
  readonly status: string | null;
  /** Empty: those whose case no team holds. */
  readonly team: string | null;
  readonly schoolUrn: string | null;
}

const mostAPage = 100;

/** Whether a child's week is among those that are meant. */
export function isMeant(
  { status, team, schoolUrn }: Narrowing,
  row: Pick<ListedWeek, 'status' | 'team' | 'schoolUrn'>,
): boolean {
  const is = (wanted: string | null, given: string | null): boolean => wanted === null || wanted === given;
  return is(status, row.status) && is(team, row.team) && is(schoolUrn, row.schoolUrn);
}

/** What can be asked of it. @throws InvalidInput, which names the argument. */
export function narrowed(
  { week, cohort, socialWorkTeam, schoolUrn, first, after }: AskedWeek,
  today: string,
): { readonly week: string; readonly first: number; readonly after: string | null; readonly narrowing: Narrowing } {
  if (Temporal.PlainDate.from(week).dayOfWeek !== 1) throw new InvalidInput('week must be a Monday.');
  if (week > today) throw new InvalidInput('week must not be in the future.');
  if (first !== null && (first < 1 || first > mostAPage)) throw new InvalidInput('first must be between 1 and 100.');
  const narrowing = { status: statusOf(cohort), team: socialWorkTeam, schoolUrn };
  return { week, first: first ?? mostAPage, after, narrowing };
}

/** The plans that the list is of, each with the status it narrows to: null for both. */
const plans: ReadonlyMap<Cohort | null, string | null> = new Map([
  [null, null],
  [Cohort.ON_PLAN, null],
  [Cohort.CHILD_PROTECTION, SocialCareStatus.CHILD_PROTECTION],
  [Cohort.CHILD_IN_NEED, SocialCareStatus.CHILD_IN_NEED],
]);

function statusOf(cohort: Cohort | null): string | null {
  const status = plans.get(cohort);
  if (status === undefined)
    throw new InvalidInput(
      'cohort must be ON_PLAN, CHILD_PROTECTION or CHILD_IN_NEED: the list is of children on plans.',
    );
  return status;
}
