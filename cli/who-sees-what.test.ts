import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { committedSupergraph } from './schema-files.js';
import { renderWhoSeesWhat, sightOf, standings } from './who-sees-what.js';

/** What stands under no tier: ids, the age of sources, and what is told under each domain's own rules by others of these. */
const elsewhere = [
  ...['Child.id', 'Child.access', 'Child.team', 'Child.attention', 'Child.sourceRecords'],
  ...['Child.education', 'Child.health', 'Child.socialCare', 'Child.virtualSchool'],
  ...['SourceRecord.id', 'SourceRecord.source', 'SourceRecord.receivedAt'],
  ...['TriangulationItem.id', 'TriangulationItem.child'],
];
const ofTheSource = ['asAt', 'stale', 'sources'];

const types = parse(committedSupergraph()).definitions.filter(
  (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
);

describe('docs/who-sees-what.md', () => {
  it('is what the rules say', () => {
    expect(readFileSync(new URL('../docs/who-sees-what.md', import.meta.url), 'utf8')).toBe(renderWhoSeesWhat());
  });

  it('names every field of a child’s records, and no other', () => {
    const records = new Set([...standings.keys()].map((field) => field.split('.')[0]));
    for (const { name, interfaces } of types)
      if (interfaces?.some((one) => one.name.value === 'DomainRecord')) records.add(name.value);
    const fields = types
      .filter(({ name }) => records.has(name.value))
      .flatMap(({ name, fields: own = [] }) => own.map((field) => [name.value, field.name.value] as const))
      .filter(([, field]) => !ofTheSource.includes(field))
      .map((path) => path.join('.'));
    expect(fields.filter((field) => !elsewhere.includes(field)).sort()).toEqual([...standings.keys()].sort());
  });

  it.each([
    ['social-worker', 'SAFEGUARDING', 'SocialCareRecord.intervals', 'SEEN'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'SocialCareRecord.intervals', 'NOT'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'Child.identifiers', 'PART'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'VirtualSchoolRecord.cohorts', 'PART'],
    ['social-worker', 'DIRECT_CARE', 'VirtualSchoolRecord.attendanceWhile', 'SEEN'],
    ['social-worker', 'MATCHING', 'Child.name', 'NOT'],
    ['headteacher', 'TEAM_AROUND_SCHOOL', 'SocialCareRecord.hasSocialWorker', 'SEEN'],
    ['senco', 'TEAM_AROUND_SCHOOL', 'Child.actions', 'PART'],
    ['social-worker', 'SAFEGUARDING', 'Child.actions', 'SEEN'],
    ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', 'Child.actions', 'SEEN'],
    ['virtual-school-adviser', 'VIRTUAL_SCHOOL_DUTY', 'Child.voices', 'NOT'],
    ['camhs-clinician', 'DIRECT_CARE', 'Child.actions', 'NOT'],
    ['camhs-clinician', 'TEAM_AROUND_SCHOOL', 'Child.voices', 'SEEN'],
  ] as const)('says what a %s is told for %s of %s: %s', (role, purpose, field, sight) => {
    expect(sightOf(role, purpose, field)).toBe(sight);
  });
});
