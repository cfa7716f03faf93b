import {
  type DirectiveNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { publicSchema } from '../gateway/public-schema.js';
import { committedSupergraph } from './schema-files.js';

/** By `Type` and `Type.field`: which scopes open it, any one of the lists. */
type Scopes = ReadonlyMap<string, readonly (readonly string[])[]>;

function scopesIn(supergraph: string): Scopes {
  const found = new Map<string, string[][]>();
  const read = (name: string, directives: readonly DirectiveNode[] = []): void => {
    const given = directives.find((directive) => directive.name.value === 'requiresScopes')?.arguments?.[0]?.value;
    if (given) found.set(name, valueFromASTUntyped(given) as string[][]);
  };
  visit(parse(supergraph, { noLocation: true }), {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => {
      read(type.name.value, type.directives);
      for (const field of type.fields ?? []) read(`${type.name.value}.${field.name.value}`, field.directives);
    },
  });
  return found;
}

const said = (description: string | null | undefined): string =>
  (description ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();

/** Where no sentence is given, none is made up. */
const after = (name: string, description: string): string => (description === '' ? name : `${name}: ${description}`);

const scopeWords = (lists: readonly (readonly string[])[] | undefined): string =>
  lists ? ` Asks for ${lists.map((all) => all.map((scope) => `\`${scope}\``).join(' and ')).join(', or ')}.` : '';

const deprecated = ({ deprecationReason }: Pick<GraphQLField<unknown, unknown>, 'deprecationReason'>): string =>
  deprecationReason == null ? '' : ` Deprecated: ${said(deprecationReason)}`;

function input(one: GraphQLArgument | GraphQLInputField): string {
  const preset = one.astNode?.defaultValue;
  const usual = preset ? ` = ${String(valueFromASTUntyped(preset))}` : '';
  return `${after(`\`${one.name}: ${String(one.type)}${usual}\``, said(one.description))}${deprecated(one)}`;
}

function fields(type: string, given: readonly GraphQLField<unknown, unknown>[], scopes: Scopes): string[] {
  return given.flatMap((field) => [
    `- ${after(`\`${field.name}: ${String(field.type)}\``, said(field.description))}${scopeWords(
      scopes.get(`${type}.${field.name}`),
    )}${deprecated(field)}`,
    ...field.args.map((argument) => `  - ${input(argument)}`),
  ]);
}

/** What stands under a type's heading, besides its description. */
function members(type: GraphQLNamedType, schema: GraphQLSchema, scopes: Scopes): string[] {
  if (isEnumType(type))
    return type
      .getValues()
      .map((value) => `- ${after(`\`${value.name}\``, said(value.description))}${deprecated(value)}`);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => `- ${input(field)}`);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => `- \`${name}\``);
  if (isObjectType(type)) return fields(type.name, Object.values(type.getFields()), scopes);
  if (!isInterfaceType(type)) return [];
  const each = schema.getPossibleTypes(type).map(({ name }) => `\`${name}\``);
  return [...fields(type.name, Object.values(type.getFields()), scopes), '', `It is one of: ${each.join(', ')}.`];
}

function entry(type: GraphQLNamedType, schema: GraphQLSchema, scopes: Scopes): string {
  const asks = scopeWords(scopes.get(type.name)).trim();
  const parts = [said(type.description), asks].filter((part) => part !== '').join(' ');
  return [`### \`${type.name}\``, parts, members(type, schema, scopes).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

const sections: readonly (readonly [title: string, is: (type: GraphQLNamedType) => boolean])[] = [
  ['Questions and changes', ({ name }) => name === 'Query' || name === 'Mutation'],
  ['Types', (type) => isObjectType(type) && type.name !== 'Query' && type.name !== 'Mutation'],
  ['Interfaces', isInterfaceType],
  ['Unions: what a change may come to', isUnionType],
  ['Inputs', isInputObjectType],
  ['Words', isEnumType],
  ['Scalars', (type) => isScalarType(type) && !isSpecifiedScalarType(type)],
];

/** `docs/schema-reference.md`: what clients may ask, from the supergraph that the gateway answers by. */
export function renderSchemaReference(supergraph: string = committedSupergraph()): string {
  const schema = publicSchema(parse(supergraph));
  const scopes = scopesIn(supergraph);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const parts = sections.flatMap(([title, is]) => {
    const own = types.filter(is).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    return own.length === 0 ? [] : [`## ${title}`, ...own.map((type) => entry(type, schema, scopes))];
  });
  return `# The graph, type by type

What a client may ask, what each field means, and which scopes it asks for. Written by \`hub schema\` from
\`schema/supergraph.graphql\`, the file that the gateway answers by; do not edit it here. A question and its answer stand in
[the README](../README.md), errors and limits in [client-guide.md](client-guide.md), who is told what of a record in
[who-sees-what.md](who-sees-what.md), ready questions in [personas.md](personas.md).

${parts.join('\n\n')}
`;
}
