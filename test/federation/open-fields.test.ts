import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { execute, getNamedType, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { manifests } from '../../cli/domains.js';
import { personas } from '../../platform/auth/personas.js';
import { fieldsWithoutScopes, isInternal } from '../../platform/subgraph/field-scopes.js';
import { federatedSchema } from '../../platform/subgraph/federated-schema.js';

let schemas: readonly GraphQLSchema[];

beforeAll(async () => {
  schemas = await Promise.all(manifests.map(async (manifest) => (await federatedSchema(manifest)).schema));
});

/** The root fields that clients do not see, each with its arguments filled with nothing in particular. */
function internalRoots(schema: GraphQLSchema): { name: string; document: string }[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => isInternal(type, field))
          .map((field) => {
            const args = field.args
              .filter(({ type: of }) => String(of).endsWith('!'))
              .map(({ name, type: of }) => `${name}: ${String(of).startsWith('[') ? '[]' : 'true'}`);
            const below = isObjectType(getNamedType(field.type)) ? '{ __typename }' : '';
            const word = type.name === 'Query' ? 'query' : 'mutation';
            return {
              name: field.name,
              document: `${word} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${below} }`,
            };
          })
      : [],
  );
}

describe('what whoever is signed in may ask for without a scope', () => {
  it('is who they are themselves, and nothing else', () => {
    expect(schemas.flatMap(fieldsWithoutScopes)).toEqual([
      'Organisation.id',
      'Organisation.kind',
      'Organisation.name',
      'Query.me',
      'Viewer.lastSeenAt',
      'Viewer.name',
      'Viewer.organisation',
      'Viewer.purposes',
      'Viewer.role',
    ]);
  });
});

describe('a root field that is not in the graph', () => {
  const everyScope = [...new Set(personas.flatMap(({ scopes }) => scopes))];

  it('refuses every person, before any service is asked', async () => {
    const asked: string[] = [];
    for (const schema of schemas)
      for (const { name, document } of internalRoots(schema)) {
        if (name === 'noteRefused') continue;
        asked.push(name);
        for (const { role } of personas) {
          const contextValue = { caller: { claims: { role, scopes: everyScope }, operations: null } };
          const { data, errors } = await execute({ schema, document: parse(document), contextValue });
          expect(data).toEqual({ [name]: null });
          expect(errors?.map(({ originalError }) => (originalError as { code?: string }).code)).toEqual(['REFUSED']);
        }
      }
    expect(asked.sort()).toEqual([
      'educationAttendanceFeed',
      'educationAttentionFeed',
      'educationCalendarFeed',
      'educationChangeFeed',
      'educationEnrolmentFeed',
      'educationNoticeFeed',
      'educationReviewFeed',
      'educationSchoolWeekFeed',
      'educationSuspensionFeed',
      'educationTeamFeed',
      'healthAttentionFeed',
      'healthChangeFeed',
      'healthNoticeFeed',
      'healthTeamFeed',
      'partnershipBirthFeed',
      'resolveChildren',
      'socialCareAllocationFeed',
      'socialCareAttentionFeed',
      'socialCareChangeFeed',
      'socialCareDeathFeed',
      'socialCareNoticeFeed',
      'socialCareStatusFeed',
      'socialCareTeamFeed',
      ...Array<string>(manifests.length).fill('sourceQualityFeed'),
      'virtualSchoolAttentionFeed',
      'virtualSchoolChangeFeed',
      'virtualSchoolPlansToMakeFeed',
      'virtualSchoolTeamFeed',
    ]);
  });
});
