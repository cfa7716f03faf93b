import type { Column } from '../platform/ingest/record.js';
import { columns as attendance } from '../subgraphs/education/attendance/source/columns.js';
import { columns as gias } from '../subgraphs/education/school/source/columns.js';
import { columns as schoolCalendar } from '../subgraphs/education/school-calendar/source/columns.js';
import { columns as schoolCensus } from '../subgraphs/education/enrolment/source/columns.js';
import { columns as suspensions } from '../subgraphs/education/suspension/source/columns.js';
import { columns as waitingList } from '../subgraphs/health/waiting-list/source/columns.js';
import { columns as waitingStandards } from '../subgraphs/health/waiting-list/source/standards/columns.js';
import { columns as sensitiveServices } from '../subgraphs/health/sensitive-service/source/columns.js';
import { columns as layouts } from '../subgraphs/health/waiting-list/source/layout/columns.js';
import { columns as caseList } from '../subgraphs/social-care/case-list/source/columns.js';
import { episodeColumns, headerColumns } from '../subgraphs/social-care/yearly-return/source/ssda903/columns.js';
import { columns as schoolPeople } from '../subgraphs/partnership/school-people/source/columns.js';
import { columns as deletions } from '../subgraphs/partnership/deletion/source/columns.js';
import { columns as peps } from '../subgraphs/virtual-school/pep/source/columns.js';

/** One kind of file, as docs/formats.md tells it. */
export interface Table {
  /** What is typed after `npx hub ingest`, files and all. */
  readonly typed: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly Column[];
}

/** Files in formats of our own. */
export const ours: readonly Table[] = [
  {
    title: '`school-census`',
    typed: 'school-census CENSUS.csv',
    about: "A row a pupil on a school's roll. Ingest it before `attendance`.",
    columns: schoolCensus,
  },
  {
    title: '`attendance`',
    typed: 'attendance MARKS.csv',
    about: 'A row a pupil and school day, with its two session marks.',
    columns: attendance,
  },
  {
    title: '`suspensions`',
    typed: 'suspensions SUSPENSIONS.csv',
    about: `A row a suspension, lunchtime suspension or permanent exclusion, from schools. What is told otherwise of one later
supersedes it, and stays in its history; one that was told in error is cancelled with no sessions served. Of two suspensions
of one pupil at one school that share a session, the later begun is rejected (\`overlaps-an-earlier-row\`).`,
    columns: suspensions,
  },
  {
    title: '`school-calendar`',
    typed: 'school-calendar CALENDAR.csv',
    about: `A row for days of one kind, of a school or of all schools of an area. Ingest \`gias\` before it. What a file says of a
calendar's school year (1 September to 31 August, by the first day of a row) takes the place of what was held of it, so
give all its rows together. A school that names terms of its own in a school year has its own calendar that year; one that
names closures and INSET days alone adds them to its area's. A school day is a weekday in a TERM that is neither CLOSED nor
INSET nor a bank holiday; where no calendar is held, one with any mark but \`#\`. Two terms that share a day, and a day
that is both CLOSED and INSET, are of the later row no row (\`overlaps-an-earlier-row\`, \`contradicts-an-earlier-row\`); after
a gap of more than eight weeks between two terms no term is taken (\`term-missing\`).`,
    columns: schoolCalendar,
  },
  {
    title: '`case-list`',
    typed: 'case-list CASES.csv',
    about: 'A row a child and allocated worker, from one council.',
    columns: caseList,
  },
  {
    title: '`waiting-list`',
    typed: 'waiting-list LIST.csv',
    about: `A row a child and service waited for, from one provider. A list under the provider's own headers is taken where they
are told by \`waiting-list-layout\`.`,
    columns: waitingList,
  },
  {
    title: '`waiting-list-layout`',
    typed: 'waiting-list-layout LAYOUT.csv',
    about: `A row a column of \`waiting-list\` that a provider's own lists call otherwise, or have none for. A list whose header lacks
our columns is read by the one layout all of whose headers it has; that two of them fit is refused. Which provider's it is
need not be said by a row: it is the layout's.`,
    columns: layouts,
  },
  {
    title: '`waiting-standards`',
    typed: 'waiting-standards STANDARDS.csv',
    about: `A row a standard that waits for a service are measured against, from whoever sets it
([ADR 51](decisions/0051-how-long-and-what-the-clock-says.md)). A provider's own goes before every provider's, any other
before \`LOCAL\` of every provider, and of several the one that began last.`,
    columns: waitingStandards,
  },
  {
    title: '`sensitive-services`',
    typed: 'sensitive-services SERVICES.csv',
    about: `A row a health service whose very name tells too much of a child, from whoever answers for it. Outside health it is told
as a health service ([ADR 58](decisions/0058-a-service-that-is-not-named.md)).`,
    columns: sensitiveServices,
  },
  {
    title: '`school-people`',
    typed: 'school-people PEOPLE.csv',
    about: `A row a post at a school and who holds it, from a school, its council or a partner. Ingest \`school-census\` before it. What
a file says of a school, or of a cluster, takes the place of what was held of it, so give all its posts together, also those
that ended; a row without a name says that the post is vacant. Whoever shares a post, or hands it over, has a row each, and all
are told; of two rows of one holder of a post that share a day the later begun is rejected (\`overlaps-an-earlier-row\`,
\`contradicts-an-earlier-row\`). A school that is told of as it was on a day before the one that is held is rejected
(\`older-than-held\`). Where a row of a post cannot be taken, no other row of that post of the school is
(\`post-not-whole\`): what was held of it stays, and where nothing was, it is told as not known, never as vacant
([ADR 73](decisions/0073-who-works-at-a-school.md)).`,
    columns: schoolPeople,
  },
  { title: '`peps`', typed: 'peps PEPS.csv', about: 'A row a child and term, from one virtual school.', columns: peps },
  {
    title: '`deletions`',
    typed: 'deletions DELETIONS.csv',
    about: `A row a record that its source asks to be deleted. The record is emptied, nobody sees what was written under it any
longer, and a later file does not bring it back (\`deleted-by-source\`), nor bring one that was not there yet: that
deletion counts as unchanged. A council's case list and returns are one record while any of them stands: name it once for
each of them.

A pupil or patient whom a file gave no right number has a hash for a key: the SHA-256, in small hexadecimal, of URN or
ODS code, surname, forename and date of birth, joined by vertical bars; names in capitals, letters and digits alone,
without accents.`,
    columns: deletions,
  },
];

const ssda903 = 'ssda903 HEADER.csv EPISODES.csv --year 2026';

/** Files in formats that somebody else publishes. */
export const published: readonly Table[] = [
  {
    title: '`gias`',
    typed: 'gias edubasealldata.csv',
    about: 'The establishment register, windows-1252. These of its columns are read; the file has them all.',
    columns: gias,
  },
  {
    title: '`ssda903`: the header table',
    typed: ssda903,
    about: `The return of children looked after of one year: give the header and the episodes file together, in any order, and
the year on whose 31 March it ends. An episode that began after it is left out
(\`903-354\`), one that ceased after it is taken as open on that day (\`903-385\`), and one that began before an earlier one
of the child had ended is named (\`903-142\`): a day of care counts once.`,
    columns: headerColumns,
  },
  {
    title: '`ssda903`: the episodes table',
    typed: ssda903,
    about: 'Joined to the header table by CHILD.',
    columns: episodeColumns,
  },
];
