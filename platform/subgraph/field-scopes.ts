import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { Defect } from '../errors/hub-error.js';

/** Any of some sets of scopes, all of one set. */
export type Scopes = readonly (readonly string[])[];

type Field = GraphQLField<unknown, unknown>;
interface Carrier {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null;
}

const directivesOf = ({ astNode }: Carrier, named: string): readonly ConstDirectiveNode[] =>
  (astNode?.directives ?? []).filter(({ name }) => name.value === named || name.value.endsWith(`__${named}`));

const scopesOf = (carrier: Carrier): Scopes[] =>
  directivesOf(carrier, 'requiresScopes').map(({ arguments: given }) => {
    const scopes = given?.find(({ name }) => name.value === 'scopes');
    return scopes ? (valueFromASTUntyped(scopes.value) as Scopes) : [];
  });

/** All that a field asks of a caller: for its own sake, as part of what it stands in, and for what it answers. */
export const scopesOfField = (type: GraphQLObjectType, field: Field): Scopes[] =>
  [field, type, getNamedType(field.type)].flatMap((carrier) => scopesOf(carrier as Carrier));

/** Whether a field is not in the graph that clients see. */
export const isInternal = (type: GraphQLObjectType, field: Field): boolean =>
  [field, type, getNamedType(field.type)].some(
    (carrier) => directivesOf(carrier as Carrier, 'inaccessible').length > 0,
  );

/** Federation's own fields and types. */
const isMachinery = (name: string): boolean => name.startsWith('_');

/** What whoever asks for an entity by its key has said already. */
function keysOf(type: GraphQLObjectType): ReadonlySet<string> {
  const keys = directivesOf(type as Carrier, 'key').flatMap(({ arguments: given }) => {
    const fields = given?.find(({ name }) => name.value === 'fields')?.value;
    return fields?.kind === Kind.STRING ? fields.value.split(' ') : [];
  });
  return new Set(keys);
}

/** Where a question can begin: the roots, and whatever a reference leads to. */
function beginnings(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return types.filter((type) => !isMachinery(type.name) && (roots.includes(type) || keysOf(type).size > 0));
}

/**
 * The fields that a person without any scope can reach, as `Type.field`, sorted: what asks for none itself, from a root
 * or an entity on, down to the first that does. The key of an entity apart, which the asker brought.
 */
export function fieldsWithoutScopes(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const reached = new Set<GraphQLNamedType>();
  const waiting: GraphQLNamedType[] = [...beginnings(schema)];
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (reached.has(type)) continue;
    reached.add(type);
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type)) continue;
    const keys = keysOf(type);
    for (const field of Object.values(type.getFields())) {
      if (isMachinery(field.name) || isInternal(type, field) || scopesOfField(type, field).length > 0) continue;
      if (!keys.has(field.name)) found.add(`${type.name}.${field.name}`);
      waiting.push(getNamedType(field.type));
    }
  }
  return [...found].sort();
}

/** Throws Defect for a schema in which a field is open that is not said to be, or is said to be open and is not. */
export function refuseOpenFields(schema: GraphQLSchema, open: readonly string[]): void {
  const found = fieldsWithoutScopes(schema);
  const unsaid = found.filter((field) => !open.includes(field));
  if (unsaid.length > 0) throw new Defect(`Whoever signs in may ask for ${unsaid.join(', ')}: it requires no scopes.`);
  const gone = open.filter((field) => !found.includes(field));
  if (gone.length > 0) throw new Defect(`${gone.join(', ')} is said to be open to whoever signs in, and is not.`);
}
