import { defaultFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { Caller } from '../auth/door.js';
import { Refused, Unauthenticated } from '../errors/hub-error.js';
import { isInternal, refuseOpenFields, type Scopes, scopesOfField } from './field-scopes.js';

/** The one internal field that is asked under a person's voucher: by the gateway, see `RefusalResolver`. */
const ofTheGateway = 'Mutation.noteRefused';

/** What every field waits for; it throws, and never waits itself: a guard that waits breaks batching. */
type Guard = (caller: Caller) => void;

/** A system caller has no scopes: it is held to its operations instead, by the permit and by the database. */
const scopes = (required: readonly Scopes[]): Guard => {
  return ({ operations, claims }) => {
    const holds = required.every((any) => any.some((all) => all.every((scope) => claims.scopes.includes(scope))));
    if (operations === null && !holds) throw new Refused('Your role does not include this kind of record.');
  };
};

const systemsAlone: Guard = ({ operations }) => {
  if (operations === null) throw new Refused('This is for the hub’s own systems.');
};

/**
 * Enforces the SDL's own words in the subgraph too, from claims alone, so that no way in (`_entities` included) depends
 * on the gateway having looked: `@requiresScopes` of a field, of the type it stands in and of the type it answers; and
 * what is `@inaccessible` refuses every person. A field that asks for no scopes is not built unless it is among `open`:
 * throws Defect then.
 */
export function guardScopes(schema: GraphQLSchema, open: readonly string[]): GraphQLSchema {
  refuseOpenFields(schema, open);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      const required = scopesOfField(type, field);
      const internal = isInternal(type, field) && `${type.name}.${field.name}` !== ofTheGateway;
      const guards = [...(internal ? [systemsAlone] : []), ...(required.length > 0 ? [scopes(required)] : [])];
      if (guards.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: { caller?: Caller }, info) => {
        if (!context.caller) throw new Unauthenticated('The caller was not vouched for.');
        for (const guard of guards) guard(context.caller);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
