import { attentionRows } from './attention-rows.js';
import { changeRows } from './change-rows.js';
import { meetingActRows, meetingActs } from './meeting-acts.js';
import { parts, relationsOf, type Scenario, scenarios, type Seen } from './scenario.js';
import { suspensionActRows, suspensionActs } from './suspension-acts.js';
import { type ActRow, actRows, acts } from './waiting-list-acts.js';

const words: Readonly<Record<Seen, string>> = {
  FULL: 'full',
  EXISTENCE_ONLY: 'existence',
  SILENT: '–',
  REFUSED: 'refused',
};

const through = ({ relations }: Scenario): string =>
  relations
    .map(({ basis, until }) => `${basis.toLowerCase().replaceAll('_', ' ')}${until === undefined ? '' : ' (ended)'}`)
    .join(', ') || 'nothing';

const asked = ({ persona, choice }: Scenario): string => [persona, ...Object.values(choice)].join(' · ');

const connected = (through: string): string =>
  [
    ...relationsOf(through).map(
      ({ basis, until }) => `${basis.toLowerCase().replaceAll('_', ' ')}${until === undefined ? '' : ' (ended)'}`,
    ),
    ...(through.split(' ').includes('seat') ? ['a seat in the team'] : []),
  ].join(', ') || 'nothing';

const acted: Readonly<Record<string, string>> = {
  F: 'yes',
  S: 'small numbers hidden',
  N: 'not in the team',
  '-': '–',
  R: 'refused',
};

type Line = (cells: readonly string[]) => string;

/** What can be done, as a table for people. */
function actsTable(
  line: Line,
  title: string,
  source: string,
  names: readonly string[],
  of: readonly ActRow[],
): string[] {
  const head = ['rule', 'who asks', 'connected through', ...names];
  return [
    `## ${title}`,
    '',
    ...source.split('\n'),
    '',
    line(head),
    line(head.map(() => '---')),
    ...of.map(([rule, who, through, what]) =>
      line([
        rule,
        who.replaceAll(/ \w+=/g, ' · '),
        connected(through),
        ...what.split(' ').map((one) => acted[one] ?? one),
      ]),
    ),
    '',
  ];
}

const ofWaitingLists = `Written from \`test/disclosure/waiting-list-acts.ts\`. Each row is asked of the pure policy, the subgraph and the gateway. *yes*:
done, or told. –: answered as where there is none. *refused*: role and purpose alone decide.`;
const ofSuspensions = `Written from \`test/disclosure/suspension-acts.ts\`. Each row is asked of the pure policy, the subgraph, the gateway and the
database. *yes*, –, *refused*: as above.`;

const ofMeetings = `Written from \`test/disclosure/meeting-acts.ts\`. Each row is asked of the pure policies, the subgraph (by \`_entities\` where there is
one), the gateway and the database. *yes*, –, *refused*: as above. *not in the team*: they have no seat and do not lead the school. The item of
the child stands in every row; where it opens the child to the team, *team around school* connects.`;

const inWords = (word: string): string => word.toLowerCase().replaceAll('_', ' ');

/** What of a child needs attention, and what it takes to be told of it, as a table for people. */
function attentionTable(line: (cells: readonly string[]) => string): string[] {
  const head = ['what needs attention', 'told where this is full', 'and this', 'besides'];
  return [
    '## What needs attention',
    '',
    'Written from `test/disclosure/attention-rows.ts`. Of every row above each of these is asked too, of the pure policies, the',
    'subgraph, the gateway and the database: it is told where the record that it names is told in full, and no row is told more.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...attentionRows.map(({ kind, domain, facet, besides, isOver }) =>
      line([
        `${inWords(kind)}${isOver ? ', when it is over' : ''}`,
        inWords(domain),
        besides === null ? '–' : inWords(besides),
        facet !== null || (besides !== null && isOver) ? 'history' : '–',
      ]),
    ),
    '',
  ];
}

/** What changed of a child, and what it takes to be told of it. */
function changesTable(line: Line): string[] {
  const head = ['what changed', 'told where this is full', 'besides'];
  return [
    '## What changed',
    '',
    'Written from `test/disclosure/change-rows.ts`, and asked as what needs attention is; of a child whose record of the partnership is',
    'hidden it is told without the child.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...changeRows.map(({ domain, facet }) =>
      line([
        facet === null ? 'what is so today' : 'what was and is no more',
        inWords(domain),
        facet === null ? '–' : inWords(facet),
      ]),
    ),
    '',
  ];
}

/** The scenarios as a table for people; a test keeps the committed file equal to it. */
export function matrix(): string {
  const head = [
    'rule',
    'who asks',
    'connected through',
    'in the way',
    ...parts.map((part) => part.toLowerCase().replace('_', ' ')),
    'besides',
  ];
  const rows = scenarios.map((scenario) => [
    scenario.rule,
    asked(scenario),
    through(scenario),
    scenario.inTheWay,
    ...parts.map((part) => words[scenario.seen[part]]),
    scenario.facets.map((facet) => facet.toLowerCase().replaceAll('_', ' ')).join(', ') || '–',
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '# Who sees what',
    '',
    'Written from `test/disclosure/scenario.ts`. Each row is asked of the pure policy, the subgraph, the gateway over HTTP and',
    'the database alone; all four answer what stands here. *full*: everything the domain’s policy shows. *existence*: only that',
    'something is held. –: answered as for a child nothing is held about. *refused*: role and purpose alone decide. *besides*: what',
    'only some see of those who see the record it stands in.',
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    '',
    ...attentionTable(line),
    ...changesTable(line),
    ...actsTable(line, 'With waiting lists', ofWaitingLists, acts, actRows),
    ...actsTable(line, 'With suspensions, attendance and notices', ofSuspensions, suspensionActs, suspensionActRows),
    ...actsTable(line, 'With the meeting of a school’s team', ofMeetings, meetingActs, meetingActRows),
  ].join('\n');
}
