import type { Column, EvidenceIdentifierType } from '../platform/ingest/record.js';
import { boundRules } from '../platform/ingest/bounds.js';
import type { RecordSources } from '../platform/ingest/record-sources.js';
import type { RecordSource } from '../platform/ingest/record-source.js';
import { usualLength } from '../platform/ingest/text-bounds.js';
import { columns as attendance } from '../subgraphs/education/attendance/source/columns.js';
import { columns as gias } from '../subgraphs/education/school/source/columns.js';
import { columns as schoolCalendar } from '../subgraphs/education/school-calendar/source/columns.js';
import { columns as schoolCensus } from '../subgraphs/education/enrolment/source/columns.js';
import { columns as suspensions } from '../subgraphs/education/suspension/source/columns.js';
import { columns as waitingList } from '../subgraphs/health/waiting-list/source/columns.js';
import { columns as sensitiveServices } from '../subgraphs/health/sensitive-service/source/columns.js';
import { columns as layouts } from '../subgraphs/health/waiting-list/source/layout/columns.js';
import { columns as caseList } from '../subgraphs/social-care/case-list/source/columns.js';
import { episodeColumns, headerColumns } from '../subgraphs/social-care/yearly-return/source/ssda903/columns.js';
import { columns as deletions } from '../subgraphs/partnership/deletion/source/columns.js';
import { hub } from './domains.js';
import { columns as peps } from '../subgraphs/virtual-school/pep/source/columns.js';

interface Table {
  /** What is typed after `npx hub ingest`, files and all. */
  readonly typed: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly Column[];
}

const ours: readonly Table[] = [
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
    title: '`sensitive-services`',
    typed: 'sensitive-services SERVICES.csv',
    about: `A row a health service whose very name tells too much of a child, from whoever answers for it. Outside health it is told
as a health service ([ADR 58](decisions/0058-a-service-that-is-not-named.md)).`,
    columns: sensitiveServices,
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

const published: readonly Table[] = [
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

const opening = (): string => `# The files the hub takes in

Written from the parsers' own columns by \`cli/formats.ts\`; do not edit it by hand.

Each is taken in with the command that stands beside it, typed in the clone with the variables of the hub that is meant;
\`--dry-run\` tries it, \`--rejects FILE.csv\` lists what was not taken. How it ends, and that it needs no running hub, is in
[the runbook](runbook.md#files-that-partners-send). Files to try with: \`npx hub sample --help\`.

Every CSV has a header line with all of a format's columns, in any order, but those that its table says it may lack;
other columns are ignored. A comma separates, a double quote encloses, and an empty value is a blank. A record with a
blank in a required column, or with a value that is not what the column says, is rejected with file, line, rule and
reason, and the rest goes in. A unique pupil number, NHS number or postcode that is wrong is left out, and the record is
taken without it. Of two rows of one file that say different things of one fact of one person, the later is rejected
(\`contradicts-an-earlier-row\`, which names the earlier line). Of two rows by which one worker is allocated to one child on the
same day, or one pupil suspended from one school for the same session, from different first days, the later begun is rejected (\`overlaps-an-earlier-row\`).

A value has at most ${usualLength} characters unless its column says otherwise (\`too-long\`), and none that are control characters or
turn the direction of a text (\`hidden-characters\`).

What a date may be is counted from the hub's day: the reason names the column and both ends.

${dateTable()}`;

const cinCensus = (): string => `### \`cin-census\`

The children in need census as XML, 2022 to 2026, as the Department for Education's schema for the year has it. \`Sex\` or
\`GenderCurrent\`, \`0\`, \`1\`, \`false\` and \`true\`, and elements with the prefix of a namespace are all read. A file with a document
type declaration is refused, and one whose header does not say of which year it is: \`Year\`, and a \`ReferenceDate\` in that year, the last day it speaks of.
What begins after that day is left out, what ends after it is taken as open on it. A return of one year stands beside those
of others, and takes the place of what the same year's said of the children it names. Cases and plans of a child that overlap
are named (\`cin-4014\`, \`cin-8940\`, \`cin-8820\`; \`cin-4001\` where the plans are of two kinds): a day counts once, and of two
kinds as protection.

${command('cin-census CENSUS.xml')}

It has no header line, for it is XML: it begins \`<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>\`.`;

/** The text of `docs/formats.md`. */
export function renderFormats({ declared }: RecordSources = hub.recordSources): string {
  const sections = [
    opening(),
    '## Formats that are ours: UTF-8, dates as yyyy-mm-dd',
    ...ours.map(section),
    '## Formats that others publish',
    ...published.map(section),
    cinCensus(),
    whoseRecords(declared),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section({ title, typed, about, columns }: Table): string {
  const rows = columns.map(({ name, required, mayLack, meaning, example, longest }) => [
    code(name),
    required ? 'yes' : '',
    `${meaning.replaceAll('|', '\\|')}${longest ? `; at most ${longest} characters` : ''}${mayLack ? '; a file may lack the column' : ''}`,
    example === '' ? '' : code(example),
  ]);
  const header = columns.map(({ name }) => name).join(',');
  const shown = `${command(typed)}\n\nA header line: ${code(header)}`;
  return `### ${title}\n\n${about}\n\n${shown}\n\n${table([['Column', 'Required', 'Meaning', 'Example'], ...rows])}`;
}

/** What each source of records declares: the partnership goes by it, and whoever asks for a deletion. */
function whoseRecords(declared: readonly RecordSource[]): string {
  const rows = declared.map(({ name, written, verifies, showsResidence, system }) => [
    code(`${name}:`),
    written.organisation,
    written.key,
    verifies.map((type) => identifierTypes[type]).join(', '),
    showsResidence ? 'yes' : '',
    system ?? '',
  ]);
  const head = ['Source', 'After the colon', 'Its key of a record', 'Verifies', 'Shows residence', 'System'];
  return `## Whose records

Where sources say different things of who a child is, the first in this table is shown. A number is verified where the body
that issues it sends it. Files of one system know one child by one number. A school's registers speak of the records of its
roll.

${table([head, ...rows])}`;
}

const identifierTypes: Readonly<Record<EvidenceIdentifierType, string>> = {
  UPN: 'UPN',
  NHS_NUMBER: 'NHS number',
  SOCIAL_CARE_ID: 'social-care id',
  ULN: 'ULN',
};

/** A command, as it is typed in the clone. */
function command(typed: string): string {
  return `\`\`\`sh\nnpx hub ingest ${typed}\n\`\`\``;
}

/** What dates may be, by what they are the date of. */
function dateTable(): string {
  return table([
    ['A date of', 'From', 'Until', 'Rule'],
    ...boundRules().map(({ of, from, until, rule }) => [of, from, until, code(rule)]),
  ]);
}

/** A Markdown table, its columns padded to one width as the formatter has them. The first row is the head. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => cells[column]?.padEnd(width) ?? '').join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}
