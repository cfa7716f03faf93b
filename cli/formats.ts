import type { EvidenceIdentifierType } from '../platform/ingest/record.js';
import { boundRules } from '../platform/ingest/bounds.js';
import type { RecordSources } from '../platform/ingest/record-sources.js';
import type { RecordSource } from '../platform/ingest/record-source.js';
import { usualLength } from '../platform/ingest/text-bounds.js';
import { hub } from './domains.js';
import { ours, published, type Table } from './format-tables.js';

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
