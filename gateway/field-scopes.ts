import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type GraphQLCompositeType,
  getNamedType,
  isAbstractType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { z } from 'zod';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** Any one of the lists will do, every scope in it being held. */
type AnyOf = readonly (readonly string[])[];

const scopesSchema = z.object({ scopes: z.array(z.array(z.string())) });

interface Carrier {
  readonly directives?: readonly ConstDirectiveNode[];
}

/**
 * What `@requiresScopes` in the supergraph asks of a caller, by type and by `Type.field`. `@authenticated` asks
 * nothing more of callers who are already signed in, as all of the gateway's are.
 */
export class FieldScopes {
  private constructor(
    private readonly rules: ReadonlyMap<string, AnyOf>,
    private readonly owners: ReadonlyMap<string, string>,
    /** Whether the supergraph carries any authorization directive. */
    readonly found: boolean,
  ) {}

  /** InvalidInput for a directive the gateway would not enforce: a supergraph is served as it reads, or not at all. */
  static of(supergraph: DocumentNode): FieldScopes {
    const rules = new Map<string, AnyOf>();
    const owners = new Map<string, string>();
    let found = false;
    const read = (name: string, node: Carrier): void => {
      for (const directive of node.directives ?? []) {
        if (directive.name.value === 'policy') {
          throw new InvalidInput('The supergraph carries @policy, which this gateway does not enforce: take it out.');
        }
        found ||= directive.name.value === 'requiresScopes' || directive.name.value === 'authenticated';
        if (directive.name.value === 'requiresScopes') rules.set(name, anyOf(directive));
        const owner = graphOf(directive);
        if (owner !== undefined && !owners.has(name)) owners.set(name, owner);
      }
    };
    for (const node of supergraph.definitions) {
      if (!('name' in node) || !node.name) continue;
      const type = node.name.value;
      read(type, node as Carrier);
      const fields = 'fields' in node ? (node.fields as readonly FieldDefinitionNode[] | undefined) : undefined;
      for (const field of fields ?? []) read(`${type}.${field.name.value}`, field);
    }
    return new FieldScopes(rules, owners, found);
  }

  /** Whether the field asks for nothing the caller lacks: of the field, its type, and every type it may stand for. */
  allow(schema: GraphQLSchema, parent: GraphQLCompositeType, field: string, scopes: ReadonlySet<string>): boolean {
    const parents = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
    const answers = parents.flatMap((type) => {
      const definition = 'getFields' in type ? type.getFields()[field] : undefined;
      return [type.name, `${type.name}.${field}`, ...(definition ? [getNamedType(definition.type).name] : [])];
    });
    return answers.every((name) => this.held(name, scopes));
  }

  /** The domain whose field it is, as `enum Domain` names it. */
  domainOf(parent: GraphQLCompositeType, field: string): string | undefined {
    return this.owners.get(`${parent.name}.${field}`) ?? this.owners.get(parent.name);
  }

  private held(name: string, scopes: ReadonlySet<string>): boolean {
    const rule = this.rules.get(name);
    return !rule || rule.some((every) => every.every((scope) => scopes.has(scope)));
  }
}

function anyOf(directive: ConstDirectiveNode): AnyOf {
  const given = Object.fromEntries(
    (directive.arguments ?? []).map((a) => [a.name.value, valueFromASTUntyped(a.value)]),
  );
  return scopesSchema.parse(given).scopes;
}

/** Composition names a graph as `enum Domain` names its domain: `social-care` is SOCIAL_CARE in both. */
function graphOf({ name, arguments: given }: ConstDirectiveNode): string | undefined {
  if (name.value !== 'join__field' && name.value !== 'join__type') return undefined;
  const graph = given?.find((argument) => argument.name.value === 'graph')?.value;
  return graph?.kind === Kind.ENUM ? graph.value : undefined;
}
