import { testHub, type As, type TestHub } from '../../support/hub.js';
import { type Line, onRoll, type Pupil, suspended, take } from '../../support/partner-files.js';
import { settle } from '../../support/settle.js';
import { arrive } from '../example-attendance/load-example.js';
import { lookedAfterTables, returnYear } from '../example-attendance/partner-lines.js';
import type { Example, ExampleChild } from './example.js';

/** A hub that stands at a day, and has heard of the children's schools, their days and the suspensions of until then. */
export interface ExampleHub extends TestHub {
  /** The hub's own id of a child of the example. */
  idOf(child: ExampleChild): string;
}

const schoolsOf = ({ children }: Example): string[] => [
  ...new Set(children.flatMap(({ suspensions }) => suspensions.map(({ urn }) => urn))),
];

const pupilOf = ({ upn, family, given, dateOfBirth }: ExampleChild): Pupil => ({
  ...{ upn, surname: family, forename: given, dob: dateOfBirth },
});

const giasLines = (area: Example): Line[] =>
  schoolsOf(area).map((urn) => ({
    ...{ URN: urn, 'LA (code)': '990', 'LA (name)': 'Aldermere', EstablishmentNumber: '' },
    ...{ EstablishmentName: `School ${urn}`, 'TypeOfEstablishment (name)': 'Community school' },
    ...{ 'EstablishmentStatus (name)': 'Open', OpenDate: '', CloseDate: '', 'PhaseOfEducation (name)': 'Secondary' },
    ...{ StatutoryLowAge: '', StatutoryHighAge: '', Postcode: '' },
  }));

/** The area's terms and closures, and what a school adds to them. */
const calendarLines = ({ calendars }: Example): Line[] =>
  Object.entries(calendars).flatMap(([of, { terms, closed }]) => {
    const whose = of === 'both' ? { urn: '', area: '990' } : { urn: of, area: '' };
    const lines = (spans: readonly (readonly [string, string])[], kind: string): Line[] =>
      spans.map(([from, until]) => ({ ...whose, from, until, kind }));
    return [...lines(terms, 'TERM'), ...lines(closed, of === 'both' ? 'CLOSED' : 'INSET')];
  });

/** The child's own school, the first that suspends the child, and the others as subsidiary ones. */
const rollLines = (child: ExampleChild): Line[] =>
  [...new Set(child.suspensions.map(({ urn }) => urn))].map((urn, at) =>
    onRoll(pupilOf(child), urn, '2021-09-06', '', { nc_year: child.ncYear, enrol_status: at === 0 ? 'M' : 'S' }),
  );

/** In care since before the first suspension, and still. */
const careOf = ({ key, dateOfBirth, upn }: ExampleChild) => ({
  ...{ laChildId: `C-${key}`, dateOfBirth, upn },
  statuses: [{ status: 'LOOKED_AFTER' as const, from: '2025-04-14', until: null }],
});

const digits = (count: number | undefined): string => (count === undefined ? '' : String(count));

const suspensionLines = (child: ExampleChild, today: string): Line[] =>
  child.suspensions
    .filter(({ startedOn }) => startedOn <= today)
    .map(({ urn, startedOn, session, sessions, lunchtimes, category, ...of }) =>
      suspended(pupilOf(child), urn, startedOn, digits(sessions), {
        ...{ session: session ?? '', lunchtimes: digits(lunchtimes), category },
        ...{ cancelled_on: of.cancelledOn ?? '', sessions_served: digits(of.sessionsServed) },
        provision_on: of.provisionInPlaceOn ?? '',
      }),
    );

/** Who asks about a child: the SENCO of the school that first suspended the child. */
export const sencoOf = ({ suspensions }: ExampleChild): As => ({
  ...{ persona: 'senco', school: suspensions[0]?.urn ?? '' },
});

/** Loads some children of the example into an empty hub, through the partners' formats alone. */
export async function loadExample(
  area: Example,
  children: readonly ExampleChild[],
  today: string,
): Promise<ExampleHub> {
  const hub = await testHub({ today });
  await take(hub, 'gias', giasLines(area));
  await take(hub, 'school-calendar', calendarLines(area));
  await take(hub, 'school-census', children.flatMap(rollLines));
  await take(
    hub,
    'suspensions',
    children.flatMap((child) => suspensionLines(child, today)),
  );
  const inCare = children.filter(({ lookedAfter }) => lookedAfter);
  if (inCare.length > 0) await arrive(hub, 'ssda903', lookedAfterTables(inCare.map(careOf)), returnYear(today));
  await settle(hub);
  const ids = new Map<string, string>();
  for (const child of children) {
    const find = 'query Find($upn: String!) { childByIdentifier(type: UPN, value: $upn) { id } }';
    const { body } = await hub.post(sencoOf(child), find, { upn: child.upn });
    ids.set(child.key, (body.data?.['childByIdentifier'] as { id: string }).id);
  }
  return { ...hub, idOf: ({ key }) => ids.get(key) ?? '' };
}
