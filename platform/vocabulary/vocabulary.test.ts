import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DefinitionNode, Kind, print } from 'graphql';
import { buildSchema, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { undescribed } from '../../test/support/undescribed.js';
import { Attendance } from './attendance.js';
import { Comparator } from './comparator.js';
import { DomainRecord } from './domain-record.js';
import { IdentifierType } from './identifier-type.js';
import { PageInfo } from './page-info.js';
import { SenProvision } from './sen-provision.js';
import { Sex } from './sex.js';
import { SocialCareStatus } from './social-care-status.js';
import { TeamMember } from './team-member.js';
import { Voice } from './voice.js';

@ObjectType({ implements: DomainRecord })
class FirstRecord extends DomainRecord {
  @Field(() => Attendance, { nullable: true })
  attendance: Attendance | null;
}

@ObjectType({ implements: DomainRecord })
class SecondRecord extends DomainRecord {
  @Field(() => TeamMember, { nullable: true })
  worker: TeamMember | null;

  @Field(() => Attendance, { nullable: true })
  attendanceWhile: Attendance | null;
}

@Resolver()
class FirstResolver {
  @Query(() => FirstRecord, { nullable: true })
  first(): FirstRecord | null {
    return null;
  }

  @Query(() => [TeamMember])
  team(): TeamMember[] {
    return [];
  }
}

@Resolver()
class SecondResolver {
  @Query(() => SecondRecord, { nullable: true })
  second(): SecondRecord | null {
    return null;
  }
}

const SHARED = [Voice, PageInfo, Comparator];

async function definitions(resolver: typeof FirstResolver | typeof SecondResolver): Promise<Map<string, string>> {
  const schema = await buildSchema({ resolvers: [resolver], orphanedTypes: SHARED, skipCheck: true });
  const named = (node: DefinitionNode): [string, string][] =>
    'name' in node && node.name && node.kind !== Kind.DIRECTIVE_DEFINITION ? [[node.name.value, print(node)]] : [];
  return new Map(getDocumentNodeFromSchema(schema).definitions.flatMap(named));
}

const first = await definitions(FirstResolver);
const second = await definitions(SecondResolver);

const VALUE_TYPES = [
  'SourceFreshness',
  'Organisation',
  'TeamMember',
  'Attendance',
  'AttendanceWeek',
  'SessionMark',
  'Voice',
  'PageInfo',
  'Comparator',
];
const OTHERS = ['DomainRecord', 'Date', 'DateTime', 'Domain', 'SessionOfDay', 'AttendanceCategory', 'VoiceKind'];

describe('the shared vocabulary', () => {
  it.each([...VALUE_TYPES, ...OTHERS])('prints %s alike in every subgraph', (name) => {
    expect(first.get(name)).toBeDefined();
    expect(second.get(name)).toBe(first.get(name));
  });

  it.each(VALUE_TYPES)('lets every subgraph resolve %s', (name) => {
    expect(first.get(name)).toContain(`type ${name} @shareable {`);
  });

  it.each([...VALUE_TYPES, ...OTHERS])('says what %s and each of its fields or values means', (name) => {
    expect(undescribed(first.get(name) ?? '')).toEqual([]);
  });

  it('gives neither schema the record of the other', () => {
    expect(first.has('SecondRecord')).toBe(false);
    expect(second.has('FirstRecord')).toBe(false);
  });

  it.each([Sex, IdentifierType, SenProvision, SocialCareStatus])(
    'names every enum value as the graph does',
    (words) => {
      for (const [name, value] of Object.entries(words)) expect(value).toBe(name);
    },
  );

  it('prints attendance as the graph has it', () => {
    const fields = (first.get('Attendance') ?? '').split('\n').filter((line) => /^ {2}\w+: /.test(line));
    expect(fields.map((line) => line.trim())).toEqual([
      'from: Date!',
      'to: Date!',
      'possible: Int!',
      'attended: Int!',
      'authorisedAbsence: Int!',
      'unauthorisedAbsence: Int!',
      'late: Int!',
      'attendancePercent: Float',
      'persistentlyAbsent: Boolean',
      'severelyAbsent: Boolean',
      'lastAttendedOn: Date',
      'weeks: [AttendanceWeek!]!',
    ]);
  });
});
