import { columns } from '../../subgraphs/education/school/source/columns.js';
import { council, type School, type SchoolKind } from '../area.js';
import { dayFirst } from '../dates.js';
import { CsvTable } from './csv-table.js';

export const giasTable = new CsvTable(columns);

interface KindWords {
  readonly type: string;
  readonly phase: string;
  readonly ages: readonly [low: string, high: string];
}

/** The register's own words for each kind of school. */
const words: Readonly<Record<SchoolKind, KindWords>> = {
  nursery: { type: 'Local authority nursery school', phase: 'Nursery', ages: ['2', '5'] },
  primary: { type: 'Community school', phase: 'Primary', ages: ['3', '11'] },
  secondary: { type: 'Academy converter', phase: 'Secondary', ages: ['11', '18'] },
  special: { type: 'Community special school', phase: 'Not applicable', ages: ['4', '19'] },
  'referral-unit': { type: 'Pupil referral unit', phase: 'Not applicable', ages: ['11', '16'] },
};

/** The area's open schools, and one long closed, as the register has too. */
export function giasLines(schools: readonly School[]): readonly string[] {
  return [
    ...schools.map((school) => schoolLine(school, null)),
    schoolLine(
      {
        urn: '900000',
        establishment: '2999',
        name: 'Tanner Row Junior School',
        kind: 'primary',
        postcode: 'ZX1 0SL',
        openedOn: '1931-01-01',
      },
      '2019-08-31',
    ),
  ];
}

function schoolLine(school: School, closedOn: string | null): string {
  const { type, phase, ages } = words[school.kind];
  return giasTable.line({
    URN: school.urn,
    'LA (code)': council.code,
    'LA (name)': council.name,
    EstablishmentNumber: school.establishment,
    EstablishmentName: school.name,
    'TypeOfEstablishment (name)': type,
    'EstablishmentStatus (name)': closedOn === null ? 'Open' : 'Closed',
    OpenDate: dayFirst(school.openedOn, '-'),
    CloseDate: dayFirst(closedOn, '-'),
    'PhaseOfEducation (name)': phase,
    StatutoryLowAge: ages[0],
    StatutoryHighAge: ages[1],
    Postcode: school.postcode,
  });
}
