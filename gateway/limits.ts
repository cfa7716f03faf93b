import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';

/** What one question may cost before anything is looked up. Counts are after fragments are spread out. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  /** `__typename` under another name counts too, or it would be a way round. */
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly fields: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  tokens: 2000,
  depth: 12,
  aliases: 15,
  rootFields: 10,
  directives: 20,
  fields: 1000,
};

type Size = Omit<Limits, 'bodyBytes' | 'tokens'>;

const nothing: Size = { depth: 0, aliases: 0, rootFields: 0, directives: 0, fields: 0 };

const add = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
});

/**
 * Measures a document in one walk. Each fragment is measured once and its size reused, so that a small document of
 * fragments within fragments is counted at its full size without being walked at it.
 */
class Measure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size | 'measuring'>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
    }
  }

  of(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? []).map((node) => this.selection(node)).reduce(add, nothing);
  }

  private selection(node: SelectionNode): Size {
    const own = { ...nothing, directives: node.directives?.length ?? 0 };
    if (node.kind === Kind.INLINE_FRAGMENT) return add(own, this.of(node.selectionSet));
    if (node.kind === Kind.FRAGMENT_SPREAD) return add(own, this.fragment(node.name.value));
    const inner = this.of(node.selectionSet);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      rootFields: 1,
      directives: inner.directives + own.directives,
      fields: inner.fields + 1,
    };
  }

  private fragment(name: string): Size {
    const known = this.measured.get(name);
    if (known === 'measuring') throw new InvalidInput('A fragment may not contain itself.');
    if (known) return known;
    this.measured.set(name, 'measuring');
    const size = this.of(this.fragments.get(name)?.selectionSet);
    this.measured.set(name, size);
    return size;
  }
}

const words: Readonly<Record<keyof Size, string>> = {
  depth: 'levels deep',
  aliases: 'aliases',
  rootFields: 'fields at the top',
  directives: 'directives',
  fields: 'fields',
};

/** Refuses a document of which any definition is beyond the limits; run before validation, which is itself costly. */
export function checkLimits(document: DocumentNode, limits: Limits): void {
  const measure = new Measure(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = add({ ...nothing, directives: node.directives?.length ?? 0 }, measure.of(node.selectionSet));
    for (const [limit, word] of Object.entries(words) as [keyof Size, string][]) {
      if (size[limit] > limits[limit]) {
        throw new InvalidInput(`The question is too large: at most ${String(limits[limit])} ${word} are answered.`);
      }
    }
  }
}
