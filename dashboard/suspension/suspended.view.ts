import type { Answer } from '../gateway/answer.js';
import type { SuspendedChildrenQuery } from '../gateway/operations.generated.js';
import { absenceIn, type Shown, shown } from '../gateway/shown.js';
import type { FieldFault } from '../component/form.js';
import { counted, words } from '../words/codes.js';
import { dayText, isDay } from '../words/dates.js';
import { typed } from '../words/typed.js';

type Connection = NonNullable<SuspendedChildrenQuery['suspendedChildren']>;
type Node = Connection['edges'][number]['node'];
type Education = NonNullable<NonNullable<Node['child']>['education']>;
export type Summary = NonNullable<Education['suspensions']>;
export type Item = Summary['items'][number];
type School = NonNullable<Education['enrolments']>[number]['school'];

/** A child of the list, and what education tells of the child, in whichever answer. */
export interface SuspendedLine {
  readonly child: Node['child'];
  readonly summary: Shown<Summary>;
  /** Those whose roll the child is on today. */
  readonly schools: Shown<readonly School[]>;
}

const path = ['suspendedChildren'];

/** The children who were suspended, as far as the reader may see them. */
export const suspendedLines = ({ data, faults }: Answer<SuspendedChildrenQuery>): Shown<readonly SuspendedLine[]> =>
  linesOf(data?.suspendedChildren?.edges.map(({ node }) => node) ?? null, faults);

/**
 * The same of a list that was put together from several pages, each of which counts its faults from its own first: where a part of
 * any child could not be asked, whatever is missing may be that part.
 */
export function linesOf(
  nodes: readonly Node[] | null,
  faults: Answer<unknown>['faults'],
): Shown<readonly SuspendedLine[]> {
  const isKnown = absenceIn(faults, path, false, 'EDUCATION') !== 'not-known';
  const of = <T>(value: T | null | undefined): Shown<T> => {
    if (value != null) return { kind: 'held', value };
    return isKnown ? { kind: 'none', seesAll: false } : { kind: 'unavailable', domain: 'EDUCATION' };
  };
  const lines = nodes?.map(({ child }): SuspendedLine => {
    const schools = child?.education?.enrolments?.map(({ school }) => school);
    return {
      child,
      summary: of(child?.education?.suspensions),
      schools: of(schools?.length === 0 ? null : schools),
    };
  });
  return shown({ answer: { faults }, path, domain: 'EDUCATION', value: lines, seesAll: false });
}

/** How long a suspension is, or what else it is. */
export function lengthText({ category, sessions, lunchtimes, cancelledOn }: Item): string {
  const long =
    category === 'PERMANENT'
      ? 'permanent exclusion'
      : category === 'LUNCHTIME'
        ? counted(lunchtimes ?? 0, 'lunchtime', 'lunchtimes')
        : counted(sessions ?? 0, 'session', 'sessions');
  return cancelledOn === null ? long : `${long}, cancelled ${dayText(cancelledOn)}`;
}

/** Who owes provision, within a sentence. */
const dutyText = (dutyOf: string): string => (dutyOf === 'COUNCIL' ? 'the council' : 'the school');

/** Whether a child who is kept out had somewhere to learn from the sixth day. */
export function provisionText({ sixthDayProvision }: Item): string | null {
  if (sixthDayProvision === null) return null;
  const { dueOn, dutyOf, inPlaceOn, breached } = sixthDayProvision;
  const owed = `Provision by ${dutyText(dutyOf)} due ${dayText(dueOn)}`;
  if (inPlaceOn !== null) return `${owed}; in place ${dayText(inPlaceOn)}${breached ? ', late' : ''}`;
  return `${owed}; ${breached ? 'missing' : 'not in place yet'}`;
}

/** Whether it is past the day by which provision was due, and none is in place. */
export const isOverdue = ({ sixthDayProvision: duty }: Item): boolean =>
  duty?.breached === true && duty.inPlaceOn === null;

/** A child of whom provision is overdue, and what is said of it. */
export interface OverdueChild {
  readonly child: NonNullable<SuspendedLine['child']>;
  /** `by the school, due 10 Nov 2026`: each that is owed, the longest overdue first. */
  readonly text: string;
}

interface Overdue {
  readonly children: readonly OverdueChild[];
  /** Of how many children it was not told. */
  readonly notKnown: number;
}

/** Of some lines of the list those of which provision is overdue, the longest first. */
export function overdueOf(lines: readonly SuspendedLine[]): Overdue {
  const owed = lines.flatMap(({ child, summary }) => {
    const duties = summary.kind === 'held' ? summary.value.items.filter(isOverdue) : [];
    const told = duties
      .flatMap(({ sixthDayProvision }) => sixthDayProvision ?? [])
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    const since = told[0]?.dueOn;
    if (child === null || since === undefined) return [];
    const text = told.map(({ dutyOf, dueOn }) => `by ${dutyText(dutyOf)}, due ${dayText(dueOn)}`).join('; ');
    return [{ since, child, text }];
  });
  return {
    children: owed.toSorted((one, other) => (one.since < other.since ? -1 : Number(one.since > other.since))),
    notKnown: lines.filter(({ summary }) => summary.kind !== 'held').length,
  };
}

/** Those who record provision that the council owes. */
const councilRoles: readonly string[] = ['exclusions-officer', 'send-officer'];

/** Whether somebody may say that provision is in place: whoever owes it. */
export function mayRecord(
  { sixthDayProvision: duty }: Item,
  { role, organisation }: { readonly role: string; readonly organisation: { readonly id: string } },
): boolean {
  if (duty?.inPlaceOn !== null) return false;
  return duty.dutyOf === 'COUNCIL' ? councilRoles.includes(role) : duty.dutyOf === organisation.id;
}

type Form = Readonly<Record<string, string>>;

/** What of provision that is said to be in place is missing, or cannot be. */
export function provisionFaults(form: Form, today: string): FieldFault[] {
  const { inPlaceOn = '', startedOn = '' } = form;
  const faults: FieldFault[] = [];
  if (typed(form['provider']) === null) faults.push({ field: 'provider', words: 'Enter who gives the provision.' });
  if (!isDay(inPlaceOn)) faults.push({ field: 'inPlaceOn', words: 'Enter the day it was in place.' });
  else if (inPlaceOn > today || inPlaceOn < startedOn)
    faults.push({ field: 'inPlaceOn', words: 'Enter a day from the first of the suspension to today.' });
  return faults;
}

export const reasonText = ({ reasons }: Item): string =>
  reasons.length === 0 ? 'no reason told' : reasons.map((one) => words(one)).join('; ');

/** A child’s suspensions in words: each with its length, its reasons, and whether provision came. */
export const itemsText = ({ items }: Summary): string =>
  items
    .map((item) =>
      [`${dayText(item.startedOn)}: ${lengthText(item)}`, reasonText(item), provisionText(item)]
        .filter((part) => part !== null)
        .join(', '),
    )
    .join('; ');

/** The days of the year against the 45 that the law allows. */
export const daysText = ({ schoolDaysThisYear, limitWarning }: Summary): string =>
  `${counted(schoolDaysThisYear, 'school day', 'school days')} of 45${limitWarning === null ? '' : `. ${limitWarning}`}`;
