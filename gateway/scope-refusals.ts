import {
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  GraphQLIncludeDirective,
  type GraphQLCompositeType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Prepared } from './documents.js';
import type { FieldScopes } from './field-scopes.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The fields of a question that its caller's scopes do not reach, by the domain whose they are: schema coordinates,
 * each once. What the question itself leaves out, by @skip or @include, was not asked for.
 */
export function scopeRefusals(
  schema: GraphQLSchema,
  rules: FieldScopes,
  asked: Prepared,
  given: Variables,
  held: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const root = schema.getRootType(asked.operation.operation);
  // With what the question itself gives where the client gave nothing.
  const { coerced: variables = {} } = getVariableValues(schema, asked.operation.variableDefinitions ?? [], given);
  const looking = new Looking(schema, rules, asked, variables, new Set(held));
  if (root) looking.into(asked.operation.selectionSet, root);
  return new Map([...looking.found].map(([domain, fields]) => [domain, [...fields].sort()]));
}

class Looking {
  readonly found = new Map<string, Set<string>>();
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: FieldScopes,
    { document }: Prepared,
    private readonly variables: Variables,
    private readonly scopes: ReadonlySet<string>,
  ) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  into(set: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const node of set.selections) {
      if (!this.isAsked(node)) continue;
      if (node.kind === Kind.FIELD) {
        this.field(node.name.value, node.selectionSet, parent);
        continue;
      }
      const meant = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      const type = meant?.typeCondition ? this.schema.getType(meant.typeCondition.name.value) : parent;
      if (meant) this.into(meant.selectionSet, isCompositeType(type) ? type : parent);
    }
  }

  private field(name: string, set: SelectionSetNode | undefined, parent: GraphQLCompositeType): void {
    const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
    if (!definition) return;
    if (this.rules.allow(this.schema, parent, name, this.scopes)) {
      const type = getNamedType(definition.type);
      if (set && isCompositeType(type)) this.into(set, type);
      return;
    }
    const domain = this.rules.domainOf(parent, name) ?? '';
    const fields = this.found.get(domain) ?? new Set<string>();
    this.found.set(domain, fields.add(`${parent.name}.${name}`));
  }

  private isAsked(node: SelectionNode): boolean {
    const variables = this.variables;
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
  }
}
