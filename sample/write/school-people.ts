import { columns } from '../../subgraphs/partnership/school-people/source/columns.js';
import { council, type School } from '../area.js';
import type { SampleChild } from '../child.js';
import { academicYearOf } from '../calendar.js';
import { CsvTable, type CsvRow } from './csv-table.js';

const schoolPeopleTable = new CsvTable(columns);

type Row = CsvRow<typeof columns>;

const given = 'Ruth Omar Bronwen Callum Nadia Peter Ayesha Fiona Leroy Marta Simon Grace Yusuf'.split(' ');
const families = 'Ferris Okafor Pryce Stead Hussain Lyle Begum Rowan Clarke Nowak Tate'.split(' ');

/** A name of its own for each of the first 143. */
const named = (nth: number): string => `${given[nth % given.length] ?? ''} ${families[nth % families.length] ?? ''}`;

const clusters = [`${council.name} North`, `${council.name} South`] as const;
const clusterOf = ({ urn }: Pick<School, 'urn'>): string =>
  clusters[(Number(urn) - 1) % clusters.length] ?? clusters[0];

const mailOf = (name: string): string =>
  `${name.toLowerCase().replace(' ', '.')}@${council.name.toLowerCase()}.example`;

/** The columns, and who serves the schools of each cluster. */
export const schoolPeopleOpening = (asAt: string): readonly string[] => [
  schoolPeopleTable.header(),
  ...clusterPeopleLines(asAt),
];

function clusterPeopleLines(asAt: string): readonly string[] {
  const since = `${String(academicYearOf(asAt).year - 2)}-09-01`;
  return clusters.flatMap((cluster, at) => {
    const person = (role: string, nth: number, userId = ''): Row => {
      const name = named(100 + at * 5 + nth);
      return { role, name, contact: mailOf(name), from: since, cluster, user_id: userId };
    };
    return [
      person('EDUCATIONAL_PSYCHOLOGIST', 0, at === 0 ? 'ep-001' : ''),
      person('ADVISORY_TEACHER', 1),
      person('CAMHS_LINK_WORKER', 2, at === 0 ? 'camhs-001' : ''),
      person('MENTAL_HEALTH_SUPPORT_TEAM', 3),
    ].map((row) => schoolPeopleTable.line({ ...row, as_at: asAt }));
  });
}

/**
 * The posts of each school, when the first child comes who is or was on its roll. The first school has had no designated teacher since the
 * school year began, the second a new SENCO, and of the fifth no directory came.
 */
export function schoolPeopleLines(asAt: string): (child: SampleChild) => readonly string[] {
  const told = new Set<string>();
  return ({ schooling }) =>
    (schooling?.enrolments ?? []).flatMap(({ school }) => {
      if (told.has(school.urn)) return [];
      told.add(school.urn);
      return postsOf(school, `${String(academicYearOf(asAt).year)}-09-01`).map((row) =>
        schoolPeopleTable.line({ ...row, urn: school.urn, cluster: clusterOf(school), as_at: asAt }),
      );
    });
}

function postsOf({ urn }: School, thisYear: string): Row[] {
  const nth = Number(urn) - 900_001;
  if (nth === 4) return [];
  const before = `${String(Number(thisYear.slice(0, 4)) - 3)}-09-01`;
  const person = (role: string, which: number, userId: string, from = before, until = ''): Row => {
    const name = named(nth * 5 + which);
    return { role, name, contact: mailOf(name), from, until, user_id: userId };
  };
  return [
    ...(nth === 1 ? [person('SENCO', 4, '', before, thisYear)] : []),
    person('SENCO', 0, `senco.${urn}`, nth === 1 ? thisYear : before),
    person('DSL', 1, `dsl.${urn}`),
    person('DESIGNATED_TEACHER', 2, '', before, nth === 0 ? thisYear : ''),
    person('TEAM_AROUND_SCHOOL_LEAD', 3, `tas-lead.${urn}`),
  ];
}
