import { composeServices } from '@theguild/federation-composition';
import { type ConstDirectiveNode, type DefinitionNode, Kind, parse, print } from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** One subgraph's printed schema, and where it listens when it runs apart. */
export interface PrintedSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
}

/** Types that several subgraphs resolve from their own copies, and must therefore print alike to the letter. */
const sharedNames = new Set([
  'SourceFreshness',
  'Organisation',
  'TeamMember',
  'Attendance',
  'AttendanceWeek',
  'SessionMark',
  'Voice',
  'PageInfo',
  'Comparator',
  'DomainRecord',
  'Date',
  'DateTime',
  'Domain',
  'ClockState',
  'SocialCareStatus',
  'SenProvision',
  'SessionOfDay',
  'AttendanceCategory',
  'Sex',
  'IdentifierType',
  'VoiceKind',
]);

const nameOf = (definition: DefinitionNode): string | undefined =>
  'name' in definition ? definition.name?.value : undefined;

/** The shared words that two subgraphs print differently; empty when all is well. */
export function differingShared(subgraphs: readonly PrintedSubgraph[]): string[] {
  const first = new Map<string, string>();
  const differing = new Set<string>();
  for (const { sdl } of subgraphs) {
    for (const definition of parse(sdl, { noLocation: true }).definitions) {
      const name = nameOf(definition);
      if (name === undefined || !sharedNames.has(name)) continue;
      const text = print(definition);
      if ((first.get(name) ?? text) !== text) differing.add(name);
      first.set(name, text);
    }
  }
  return [...differing].sort();
}

/**
 * What a subgraph contributes that could null more than itself when its domain is down: every field it adds to
 * another's entity, and every root field, must be nullable. Partnership's own fields of Child apart.
 */
export function contributedNonNull(
  subgraphs: readonly PrintedSubgraph[],
  owners: Readonly<Record<string, string>>,
): string[] {
  return subgraphs.flatMap(({ name, sdl }) =>
    parse(sdl, { noLocation: true }).definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      const type = definition.name.value;
      const root = type === 'Query' || type === 'Mutation';
      const foreign = owners[type] !== undefined && owners[type] !== name;
      if (!root && !foreign) return [];
      return (definition.fields ?? [])
        .filter(
          (field) => field.type.kind === Kind.NON_NULL_TYPE && !isKeyField(definition.directives, field.name.value),
        )
        .map((field) => `${name}: ${type}.${field.name.value}`);
    }),
  );
}

/** The key of a stub is as its owner has it. */
function isKeyField(directives: readonly ConstDirectiveNode[] | undefined, field: string): boolean {
  return (directives ?? []).some(
    ({ name, arguments: given }) =>
      name.value === 'key' &&
      (given ?? []).some(({ value }) => value.kind === Kind.STRING && value.value.split(' ').includes(field)),
  );
}

/** Composes the supergraph; one sentence naming the first thing that does not fit. */
export function compose(subgraphs: readonly PrintedSubgraph[]): string {
  const differing = differingShared(subgraphs);
  if (differing[0] !== undefined)
    throw new InvalidInput(
      `The subgraphs print ${differing.join(', ')} differently: shared words are written once, in platform/vocabulary.`,
    );
  const result = composeServices(subgraphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })));
  if (!result.supergraphSdl)
    throw new InvalidInput(`The subgraphs do not compose: ${result.errors?.[0]?.message ?? 'no reason given'}`);
  return `${result.supergraphSdl.trim()}\n`;
}
