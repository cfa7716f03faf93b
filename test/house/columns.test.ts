import { describe, expect, it } from '@jest/globals';
import { productFiles } from './product-files.js';

/** Lists of a statement's own making: not of one table's columns, or of a rest that an entity's columns do not fit. */
const allowed: Readonly<Record<string, string>> = {
  'subgraphs/partnership/deletion/source/tombstone.repository.ts': 'what a file of deletions says, which is no table',
  'subgraphs/partnership/identity/forget-records.repository.ts': 'candidates that move from one review to another',
  'subgraphs/partnership/identity/record-numbers.repository.ts': 'a number that stands under another key from now on',
  'subgraphs/social-care/death/death.repository.ts': 'the earliest of what several sources say',
  'subgraphs/social-care/involvement/refresh-presence.repository.ts': 'days that two tables come to',
};

const alias = String.raw`\w+\.\w+ (?:as )?"\w+"`;
const name = String.raw`"?[a-z]\w*"?`;
const typed = String.raw`"?\w+"? (?:uuid|text|date|int|bigint|boolean|bytea|jsonb|timestamptz)(?:\[\])?`;
const three = (one: string): string => String.raw`${one},\s*${one},\s*${one}`;

const byHand: readonly RegExp[] = [
  new RegExp(three(alias)),
  new RegExp(String.raw`insert into \w+\.\w+ (?:as \w+ )?\(${three(name)}`),
  new RegExp(String.raw`to_recordset\(\$\d\) \w+\(${three(typed)}`),
];

/** Whether a text names three of a table's columns, one after another, as its entity does. */
const lists = (text: string): boolean => byHand.some((pattern) => pattern.test(text));

describe('the columns of a table', () => {
  it.each([
    'select e.id as "id", e.received_on as "receivedOn", e.next_step as "nextStep" from health.entry e',
    'select e.id "id", e.on "on",\n  e.next_step "nextStep" from health.entry e',
    'insert into health.entry as held (id, received_on, next_step) select',
    'insert into health.entry (id, "receivedOn", next_step, version) values',
    'from jsonb_to_recordset($1) x("childId" uuid, "receivedOn" date, "supportWhileWaiting" text[])',
  ])('are seen to be listed by hand: %s', (text) => {
    expect(lists(text)).toBe(true);
  });

  it.each([
    'select k.asked as "childId", ${shown.select(\'e\')}, p.name as "providerName" from ctx.keys($1) k',
    'insert into health.entry as held (source, ${said.names()}) select',
    'from jsonb_to_recordset($1) g(id uuid, changed boolean, ${changed.recordset})',
  ])('may stand beside what belongs to no table: %s', (text) => {
    expect(lists(text)).toBe(false);
  });

  it('are listed in its entity and in no repository of a domain', () => {
    const repositories = productFiles('.repository.ts').filter(({ path }) => path.startsWith('subgraphs/'));
    expect(repositories.length).toBeGreaterThan(25);
    const found = repositories.filter(({ text }) => lists(text)).map(({ path }) => path);
    expect(found.sort()).toEqual(Object.keys(allowed).sort());
  });
});
