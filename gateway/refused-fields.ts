import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isCompositeType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldScopes } from './field-scopes.js';

/** Where in the answer a refused field would have stood, by response names, list positions left out. */
type ResponsePath = readonly string[];

interface RefusedField {
  readonly path: ResponsePath;
  readonly domain: string | undefined;
}

export interface Permitted {
  /** Null where nothing of the question may be asked at all. */
  readonly document: DocumentNode | null;
  readonly refused: readonly RefusedField[];
}

/**
 * The question without what the caller's scopes do not reach. Each refused field becomes `field: __typename`, which
 * any domain answers without being asked anything: the selection never runs empty, the answer keeps its order, `@skip`
 * goes on meaning what it meant, and a parent that is null stays null. `nullRefused` then takes the word out again.
 * Hive's own enforcement is not used: it makes a new document for every request, which is then planned anew, and it
 * puts `{}` where a refused field's parent is null.
 */
export function permittedQuestion(
  schema: GraphQLSchema,
  rules: FieldScopes,
  asked: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  scopes: ReadonlySet<string>,
): Permitted {
  const root = schema.getRootType(asked.operation.operation);
  const narrowing = new Narrowing(schema, rules, scopes, asked.document);
  const selectionSet = root ? narrowing.set(asked.operation.selectionSet, root, []) : null;
  if (!selectionSet) return { document: null, refused: [] };
  if (narrowing.refused.length === 0) return { document: asked.document, refused: [] };
  const operation: OperationDefinitionNode = { ...asked.operation, selectionSet };
  return { document: { kind: Kind.DOCUMENT, definitions: [operation] }, refused: narrowing.refused };
}

class Narrowing {
  refused: RefusedField[] = [];
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: FieldScopes,
    private readonly scopes: ReadonlySet<string>,
    document: DocumentNode,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  /** Null where a refused field may not be null: then its parent is refused. Fragments are spread out. */
  set(set: SelectionSetNode, parent: GraphQLCompositeType, path: ResponsePath): SelectionSetNode | null {
    const before = this.refused;
    const selections: SelectionNode[] = [];
    for (const node of set.selections) {
      const kept = node.kind === Kind.FIELD ? this.field(node, parent, path) : this.fragment(node, parent, path);
      if (!kept) {
        this.refused = before;
        return null;
      }
      selections.push(kept);
    }
    return { ...set, selections };
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, path: ResponsePath): FieldNode | null {
    const definition = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!definition) return node;
    const here = [...path, node.alias?.value ?? node.name.value];
    if (this.rules.allow(this.schema, parent, node.name.value, this.scopes)) {
      const type = getNamedType(definition.type);
      if (!node.selectionSet || !isCompositeType(type)) return node;
      const selectionSet = this.set(node.selectionSet, type, here);
      if (selectionSet) return { ...node, selectionSet };
    }
    if (isNonNullType(definition.type)) return null;
    this.refused = [...this.refused, { path: here, domain: this.rules.domainOf(parent, node.name.value) }];
    return {
      kind: Kind.FIELD,
      alias: node.alias ?? node.name,
      name: { kind: Kind.NAME, value: '__typename' },
      directives: node.directives,
    };
  }

  private fragment(
    node: Exclude<SelectionNode, FieldNode>,
    parent: GraphQLCompositeType,
    path: ResponsePath,
  ): SelectionNode | null {
    const meant = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
    if (!meant) return node;
    const type = meant.typeCondition ? this.schema.getType(meant.typeCondition.name.value) : parent;
    const selectionSet = this.set(meant.selectionSet, isCompositeType(type) ? type : parent, path);
    if (!selectionSet) return null;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: meant.typeCondition,
      directives: node.directives,
      selectionSet,
    };
  }
}

/** A place in the answer where a refused field stood. */
export interface NulledField {
  readonly path: readonly (string | number)[];
  readonly domain: string | undefined;
}

/** Puts null where the answer holds a refused field's placeholder, and says where that was. */
export function nullRefused(data: unknown, refused: readonly RefusedField[]): NulledField[] {
  const distinct = new Map(refused.map((field) => [field.path.join('\0'), field]));
  return [...distinct.values()].flatMap(({ path, domain }) =>
    nullAt(data, path, []).map((at) => ({ path: at, domain })),
  );
}

function nullAt(value: unknown, path: ResponsePath, at: readonly (string | number)[]): (string | number)[][] {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => nullAt(item, path, [...at, index]));
  const record = value as Record<string, unknown>;
  if (!Object.hasOwn(record, key)) return [];
  const here = [...at, key];
  if (rest.length > 0) return nullAt(record[key], rest, here);
  record[key] = null;
  return [here];
}
