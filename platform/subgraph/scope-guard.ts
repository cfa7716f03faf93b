import {
  type ConstDirectiveNode,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import type { Caller } from '../auth/door.js';
import { Refused, Unauthenticated } from '../errors/hub-error.js';

type Scopes = readonly (readonly string[])[];

function scopesOf(directives: readonly ConstDirectiveNode[] | undefined): Scopes[] {
  return (directives ?? [])
    .filter(({ name }) => name.value.endsWith('requiresScopes'))
    .map(({ arguments: given }) => {
      const scopes = given?.find(({ name }) => name.value === 'scopes');
      return scopes ? (valueFromASTUntyped(scopes.value) as Scopes) : [];
    });
}

function requirementsOf(field: GraphQLField<unknown, unknown>): Scopes[] {
  const type = getNamedType(field.type);
  return [...scopesOf(field.astNode?.directives), ...(isObjectType(type) ? scopesOf(type.astNode?.directives) : [])];
}

/** Each requirement is any of some sets of scopes, all of one set. Synchronous: a guard that waits breaks batching. */
function holds(caller: Caller, required: readonly Scopes[]): boolean {
  const { scopes } = caller.claims;
  return required.every((any) => any.some((all) => all.every((scope) => scopes.includes(scope))));
}

/**
 * Enforces the SDL's own @requiresScopes in the subgraph too, from claims alone, so that no way in (`_entities`
 * included) depends on the gateway having looked. A system caller has no scopes: it is held to its operations instead,
 * by the permit and by the database.
 */
export function guardScopes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const required = requirementsOf(field);
      if (required.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: { caller?: Caller }, info) => {
        if (!context.caller) throw new Unauthenticated('The caller was not vouched for.');
        if (context.caller.operations === null && !holds(context.caller, required)) {
          throw new Refused('Your role does not include this kind of record.');
        }
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
