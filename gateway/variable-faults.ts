import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';

/** What is wrong with the value of a variable, and where in it; never the value, which may be a child's. */
export interface VariableFault {
  readonly definition: VariableDefinitionNode;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** The first variable whose value cannot be taken; undefined where all can. */
export function variableFault(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>>,
): VariableFault | undefined {
  for (const definition of definitions) {
    const reason = faultOf(schema, definition, variables);
    if (reason !== undefined) return { definition, message: `The variable ${reason}.` };
  }
  return undefined;
}

function faultOf(
  schema: GraphQLSchema,
  { variable, type: node, defaultValue }: VariableDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string | undefined {
  const name = variable.name.value;
  const type = typeFromAST(schema, node);
  if (!isInputType(type)) return undefined;
  if (!Object.hasOwn(variables, name)) {
    return isNonNullType(type) && !defaultValue ? `$${name} is missing: it must be ${described(type)}` : undefined;
  }
  let found: string | undefined;
  const note = (path: Path, value: unknown, text: string): void => {
    found ??= `$${name}${shown(path)} ${reasonOf(type, path, value, text)}`;
  };
  try {
    coerceInputValue(variables[name], type, (path, value, error) => {
      note(path, value, error.message);
      // One fault is told: looking for all of them is what a value made of faults would have us do.
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return found;
}

const enough = new Error('One fault was found.');

/** Names of an input's fields and positions of a list: coercion only ever walks into what the schema declares. */
const shown = (path: Path): string =>
  path.map((step) => (typeof step === 'number' ? `[${String(step)}]` : `.${step}`)).join('');

/** graphql-js quotes the value, or a name that the client made up: only what it says of the schema itself is kept. */
function reasonOf(root: GraphQLInputType, path: Path, value: unknown, text: string): string {
  const type = typeAt(root, path);
  const lacking = /^Field "(\w+)" of required type "([^"]+)" was not provided\.$/.exec(text);
  if (lacking?.[1] && lacking[2]) return `lacks its field ${lacking[1]}, of type ${lacking[2]}`;
  if (value === null && isNonNullType(type)) return `is null, and must be ${described(type)}`;
  if (isInputObjectType(getNullableType(type)) && typeof value === 'object')
    return `holds what an ${getNamedType(type).name} has not, or not this way`;
  return `is not ${described(type)}`;
}

function typeAt(root: GraphQLInputType, path: Path): GraphQLInputType {
  let type = root;
  for (const step of path) {
    const bare = getNullableType(type);
    if (isListType(bare) && typeof step === 'number') type = bare.ofType;
    else if (isInputObjectType(bare) && typeof step === 'string') type = bare.getFields()[step]?.type ?? type;
  }
  return type;
}

const words: Readonly<Record<string, string>> = {
  Boolean: 'true or false',
  Date: 'a date, written yyyy-mm-dd',
  DateTime: 'a time, written yyyy-mm-ddThh:mm:ssZ',
  Float: 'a number',
  ID: 'an id',
  Int: 'a whole number',
  String: 'a text',
};

/** At most so many values of an enum are listed. */
const mostValues = 30;

function described(type: GraphQLInputType): string {
  const bare = getNullableType(type);
  if (isListType(bare)) return `a list, each ${described(bare.ofType)}`;
  if (isEnumType(bare) && bare.getValues().length <= mostValues) {
    const values = bare.getValues().map(({ name }) => name);
    return `a ${bare.name}: one of ${values.join(', ')}`;
  }
  const name = getNamedType(type).name;
  return words[name] ?? `a ${name}`;
}
