import { Temporal } from 'temporal-polyfill';
import { marked, onRoll, suspended, type Line, type Pupil } from '../../support/partner-files.js';
import type { Example, ExampleChild, ExampleRegister, ExampleStatus } from './example.js';

/** What a partner's file names a child by. */
const pupilOf = ({ upn, family, given, dateOfBirth }: ExampleChild): Pupil => ({
  upn,
  surname: family,
  forename: given,
  dob: dateOfBirth,
});

/** The register of schools. */
export const giasLines = ({ schools }: Example): Line[] =>
  schools.map((school) => ({
    URN: school.urn,
    'LA (code)': school.laCode,
    'LA (name)': school.laName,
    EstablishmentNumber: '',
    EstablishmentName: school.name,
    'TypeOfEstablishment (name)': school.type,
    'EstablishmentStatus (name)': school.status,
    OpenDate: '',
    CloseDate: '',
    'PhaseOfEducation (name)': school.phase,
    StatutoryLowAge: '',
    StatutoryHighAge: '',
    Postcode: '',
  }));

/** One term for all the area's schools, and each school's own closed days. */
export const calendarLines = ({ schools }: Example): Line[] => [
  ...new Map(
    schools.map(({ laCode }) => [
      laCode,
      { urn: '', area: laCode, from: '2026-09-01', until: '2026-12-18', kind: 'TERM' },
    ]),
  ).values(),
  ...schools.flatMap(({ urn, closedDays }) =>
    Object.entries(closedDays).map(([on, kind]) => ({ urn, area: '', from: on, until: on, kind })),
  ),
];

/** A row a pupil and roll. */
export const censusLines = ({ children }: Example): Line[] =>
  children.flatMap((child) =>
    child.enrolments.map(({ urn, from, until, status }) =>
      onRoll(pupilOf(child), urn, from, until ?? '', {
        enrol_status: status,
        sen_provision: child.senProvision,
        fsm: child.freeSchoolMeals,
        nc_year: '',
      }),
    ),
  );

/** A row a day with a mark. */
export function markLines(child: ExampleChild, { urn, week, marks }: ExampleRegister): Line[] {
  return [0, 1, 2, 3, 4].flatMap((day) => {
    const [am, pm] = [marks[2 * day] ?? '', marks[2 * day + 1] ?? ''];
    const on = Temporal.PlainDate.from(week).add({ days: day }).toString();
    return am === '' && pm === '' ? [] : [marked(pupilOf(child), urn, on, am, pm)];
  });
}

export const registerLines = ({ children }: Example): Line[] =>
  children.flatMap((child) => child.registers.flatMap((register) => markLines(child, register)));

const inDigits = (count: number | undefined): string => (count === undefined ? '' : String(count));

/** A row a suspension. */
export const suspensionLines = ({ children }: Example): Line[] =>
  children.flatMap((child) =>
    child.suspensions.map(({ urn, startedOn, session, sessions, lunchtimes, category, cancelledOn, sessionsServed }) =>
      suspended(pupilOf(child), urn, startedOn, inDigits(sessions), {
        ...{ session, category, lunchtimes: inDigits(lunchtimes), cancelled_on: cancelledOn ?? '' },
        sessions_served: inDigits(sessionsServed),
      }),
    ),
  );

const unallocated = { workerId: '', team: '', role: '', from: '', until: null };

/** A row a child and worker, and one without a worker where a child with a status has none. */
export const caseLines = ({ children }: Example): Line[] =>
  children
    .filter(({ laChildId }) => laChildId !== null)
    .flatMap((child) =>
      (child.allocations.length === 0 ? [unallocated] : child.allocations).map(
        ({ workerId, team, role, from, until }) => ({
          la_code: child.laCode ?? '',
          la_child_id: child.laChildId ?? '',
          forename: child.given,
          surname: child.family,
          dob: child.dateOfBirth,
          expected_dob: '',
          sex: 'F',
          postcode: '',
          nhs_number: child.nhsNumber,
          worker_id: workerId,
          worker_name: workerId === '' ? '' : `Worker ${workerId}`,
          worker_contact: '',
          worker_role: role,
          team,
          allocated_from: from,
          allocated_until: until ?? '',
        }),
      ),
    );

const tag = (name: string, text: string | null): string => (text === null ? '' : `<${name}>${text}</${name}>`);

/** Statuses that follow on one another are one case, from its referral to its closure. */
function casesOf(statuses: readonly ExampleStatus[]): ExampleStatus[][] {
  const cases: ExampleStatus[][] = [];
  for (const one of statuses.filter(({ status }) => status !== 'LOOKED_AFTER')) {
    const last = cases.at(-1);
    if (last?.at(-1)?.until === one.from) last.push(one);
    else cases.push([one]);
  }
  return cases;
}

function caseElement(statuses: readonly ExampleStatus[]): string {
  const plans = (status: string, write: (plan: ExampleStatus) => string): string =>
    statuses
      .filter((one) => one.status === status)
      .map(write)
      .join('');
  return tag(
    'CINdetails',
    tag('CINreferralDate', statuses[0]?.from ?? '') +
      tag('CINclosureDate', statuses.at(-1)?.until ?? null) +
      plans('CHILD_IN_NEED', ({ from, until }) =>
        tag('CINPlanDates', tag('CINPlanStartDate', from) + tag('CINPlanEndDate', until)),
      ) +
      tag('ReferralNFA', '0') +
      plans('CHILD_PROTECTION', ({ from, until }) =>
        tag('ChildProtectionPlans', tag('CPPstartDate', from) + tag('CPPendDate', until)),
      ),
  );
}

/** The year of the returns that hold a day: the one on whose 31 March it ends. */
export const returnYear = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) < '04-01' ? 0 : 1);

/** The children in need census of the year, of these children. */
export function censusOf(children: readonly ExampleChild[], council: string, year: number): string {
  const header = `<Header><CollectionDetails><Collection>CIN</Collection><Year>${String(year)}</Year><ReferenceDate>${String(year)}-03-31</ReferenceDate></CollectionDetails><Source><LEA>${council}</LEA></Source></Header>`;
  const elements = children
    .filter(({ statuses }) => casesOf(statuses).length > 0)
    .map(({ laChildId, upn, dateOfBirth, statuses }) =>
      tag(
        'Child',
        tag(
          'ChildIdentifiers',
          tag('LAchildID', laChildId) + tag('UPN', upn) + tag('PersonBirthDate', dateOfBirth) + tag('Sex', 'F'),
        ) + casesOf(statuses).map(caseElement).join(''),
      ),
    );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Message>${header}<Children>\n${elements.join('\n')}\n</Children></Message>\n`;
}

const dayFirst = (day: string | null): string => (day === null ? '' : day.split('-').reverse().join('/'));

/** A child as far as the return of children looked after names one. */
type InReturn = Pick<ExampleChild, 'laChildId' | 'dateOfBirth' | 'upn' | 'statuses'>;

/** The two tables of the return of children looked after, of these children. */
export function lookedAfterTables(children: readonly InReturn[]): [header: string, episodes: string] {
  const care = children.map((child) => ({ child, own: child.statuses.filter((one) => one.status === 'LOOKED_AFTER') }));
  const inCare = care.filter(({ own }) => own.length > 0);
  const header = inCare.map(
    ({ child }) => `${child.laChildId ?? ''},F,${dayFirst(child.dateOfBirth)},WBRI,${child.upn},0,`,
  );
  const episodes = inCare.flatMap(({ child, own }) =>
    own.map(
      ({ from, until, legalStatus }) =>
        `${child.laChildId ?? ''},${dayFirst(from)},S,${legalStatus ?? 'C2'},N1,U6,PR1,${dayFirst(until)},${until === null ? '' : 'E4A'},,,,`,
    ),
  );
  return [
    ['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...header, ''].join('\n'),
    [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ...episodes,
      '',
    ].join('\n'),
  ];
}
