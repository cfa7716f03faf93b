import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, isScalarType } from 'graphql';
import { DateScalar } from '../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../platform/vocabulary/date-time-scalar.js';

/**
 * What clients may ask about: the supergraph without its machinery and without anything `@inaccessible`. Dates are
 * checked here, or a mistyped one would fail a domain's whole part of the answer.
 */
export function publicSchema(supergraph: DocumentNode): GraphQLSchema {
  const schema = buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true });
  for (const { name, parseValue, parseLiteral } of [DateScalar, DateTimeScalar]) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
  return schema;
}
