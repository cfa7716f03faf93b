import {
  type FieldNode,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'returnType' | 'schema' | 'variableValues'>;

/** By a field's name: asks for what its resolver will ask for, by the same batch. */
export type Alongside = Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => Promise<unknown>>>;

/**
 * Asks, in the turn in which a value of `type` is asked for, for what the question goes on to ask of it: a field is
 * resolved only once the value is there, and would be a transaction of its own. What is not asked for is not read, and
 * what fails here fails again where the field is resolved, and is told there.
 */
export function askAlongside(info: Info, type: string, alongside: Alongside): void {
  for (const [name, args] of askedOf(info, type)) {
    const ask = alongside[name];
    if (ask) start(() => ask(args));
  }
}

/**
 * Whether the question goes on to ask any of these fields of a value of `type`, however far below what is being resolved:
 * what costs to make is made for those alone.
 */
export function goesOnToAsk(info: Info, type: string, ...fields: readonly string[]): boolean {
  const asks = (asked: readonly FieldOf[]): boolean =>
    asked.some(([parent, node]) => {
      if (isOf(info, parent, type) && fields.includes(node.name.value)) return true;
      const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
      return asks(within(info, field && getNamedType(field.type), node.selectionSet));
    });
  return asks(below(info));
}

function start(ask: () => Promise<unknown>): void {
  try {
    ask().catch(() => undefined);
  } catch {
    // What cannot be asked: the field says so.
  }
}

/** A field by its name, with the values of its arguments. */
type Asked = readonly [name: string, args: Readonly<Record<string, unknown>>];

interface Known {
  readonly type: string;
  readonly variables: Info['variableValues'];
  readonly asked: readonly Asked[];
}

/** By the fields being resolved, which are one array for all of a list: the selection of a page is looked at once. */
const known = new WeakMap<Info['fieldNodes'], Known>();

/** The fields of `type` that are asked below what is being resolved. */
function askedOf(info: Info, type: string): readonly Asked[] {
  const held = known.get(info.fieldNodes);
  // One execution has one object of variables: what was asked with others is never taken for this.
  if (held?.type === type && held.variables === info.variableValues) return held.asked;
  const asked = lookedUp(info, type);
  known.set(info.fieldNodes, { type, variables: info.variableValues, asked });
  return asked;
}

function lookedUp(info: Info, type: string): readonly Asked[] {
  const own = info.schema.getType(type);
  if (!isObjectType(own)) return [];
  const fields = own.getFields();
  return below(info).flatMap(([parent, node]): Asked[] => {
    const field = fields[node.name.value];
    if (!field || !isOf(info, parent, type)) return [];
    try {
      return [[node.name.value, getArgumentValues(field, node, info.variableValues)]];
    } catch {
      // Arguments that cannot be taken: the field says so.
      return [];
    }
  });
}

/** A field with the type it is asked of. */
type FieldOf = readonly [parent: GraphQLNamedType | undefined, node: FieldNode];

/** Whether what is asked of `parent` is asked of values of `type`. */
function isOf({ schema }: Info, parent: GraphQLNamedType | undefined, type: string): boolean {
  const own = schema.getType(type);
  return isObjectType(own) && (parent === own || (isAbstractType(parent) && schema.isSubType(parent, own)));
}

/** The fields asked of what is being resolved, directly or through fragments. */
const below = (info: Info): FieldOf[] =>
  info.fieldNodes.flatMap(({ selectionSet }) => within(info, getNamedType(info.returnType), selectionSet));

function within(info: Info, parent: GraphQLNamedType | undefined, set: SelectionSetNode | undefined): FieldOf[] {
  return (set?.selections ?? [])
    .filter((selection) => isAsked(selection, info))
    .flatMap((selection): FieldOf[] => {
      switch (selection.kind) {
        case Kind.FIELD:
          return [[parent, selection]];
        case Kind.INLINE_FRAGMENT: {
          const { typeCondition, selectionSet } = selection;
          return within(info, typeCondition ? info.schema.getType(typeCondition.name.value) : parent, selectionSet);
        }
        case Kind.FRAGMENT_SPREAD: {
          const fragment = info.fragments[selection.name.value];
          return fragment
            ? within(info, info.schema.getType(fragment.typeCondition.name.value), fragment.selectionSet)
            : [];
        }
      }
    });
}

/** Not where a directive leaves it out. */
function isAsked(selection: SelectionNode, { variableValues }: Info): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}
