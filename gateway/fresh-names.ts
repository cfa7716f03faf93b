import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/** A question whose aliases are the gateway's own, and the client's names by them. */
export interface Renamed {
  /** The same object as was given, where nothing in it is called by another name. */
  readonly document: DocumentNode;
  /** The gateway's alias → the client's. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Gives every alias of a question a name that no field of any subgraph has. The planner keeps what it needs for itself
 * (keys, what a field requires, `__typename`) in the same objects as what the client asked for, under the fields' own
 * names: an alias such as `id: age` would take a key's place, and the domains would be asked about somebody else or
 * nobody. One alias has one new name throughout, so that what the client lets merge still merges.
 */
export class FreshNames {
  private readonly prefix: string;

  constructor(supergraph: DocumentNode) {
    const taken = fieldNames(supergraph);
    let prefix = 'as';
    while (taken.some((name) => name.startsWith(`${prefix}_`))) prefix += '_';
    this.prefix = `${prefix}_`;
  }

  of(document: DocumentNode): Renamed {
    const fresh = new Map<string, string>();
    const renamed = visit(document, {
      Field: (node): FieldNode | undefined => {
        const alias = node.alias?.value;
        if (alias === undefined || alias === node.name.value) return undefined;
        const value = fresh.get(alias) ?? `${this.prefix}${String(fresh.size)}`;
        fresh.set(alias, value);
        return { ...node, alias: { kind: Kind.NAME, value } };
      },
    });
    return { document: renamed, names: new Map([...fresh].map(([alias, value]) => [value, alias])) };
  }
}

function fieldNames(supergraph: DocumentNode): string[] {
  const names: string[] = [];
  visit(supergraph, {
    FieldDefinition(node) {
      names.push(node.name.value);
    },
  });
  return names;
}

/** An answer, or a part of one, with the client's names in place of the gateway's; its order stays. */
export function givenBack(value: unknown, names: Renamed['names']): unknown {
  if (names.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => givenBack(item, names));
  const entries = Object.entries(value).map(([name, held]) => [names.get(name) ?? name, givenBack(held, names)]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** An error's place in the answer, by the client's names. */
export function pathGivenBack(
  path: readonly (string | number)[] | undefined,
  names: Renamed['names'],
): readonly (string | number)[] | undefined {
  return path?.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step));
}
