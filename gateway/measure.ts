import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { Limits } from './limits.js';

/** How large a part of a document is, after fragments are spread out. */
export type Size = Pick<Limits, 'depth' | 'nesting' | 'aliases' | 'rootFields' | 'directives' | 'fields' | 'fragments'>;

export const nothing: Size = {
  depth: 0,
  nesting: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  fields: 0,
  fragments: 0,
};

/** The size of two parts beside each other. */
export const add = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  nesting: Math.max(a.nesting, b.nesting),
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
  directives: a.directives + b.directives,
  fields: a.fields + b.fields,
  fragments: a.fragments + b.fragments,
});

/**
 * Measures a document in one walk. Each fragment is measured once and its size reused, so that a small document of
 * fragments within fragments is counted at its full size without being walked at it.
 */
export class Measure {
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, Size | 'measuring'>();

  constructor(document: DocumentNode) {
    for (const node of document.definitions) {
      if (node.kind !== Kind.FRAGMENT_DEFINITION) continue;
      // Only one of them would be measured.
      if (this.fragments.has(node.name.value)) throw new InvalidInput('Two fragments have one name.');
      this.fragments.set(node.name.value, node);
    }
  }

  /** Whether something that was measured spreads the fragment. */
  has(fragment: string): boolean {
    return this.measured.has(fragment);
  }

  of(set: SelectionSetNode | undefined): Size {
    let size = nothing;
    for (const node of set?.selections ?? []) size = add(size, this.selection(node));
    return { ...size, nesting: size.nesting + 1 };
  }

  private selection(node: SelectionNode): Size {
    const own = { ...nothing, directives: node.directives?.length ?? 0, fragments: 1 };
    if (node.kind === Kind.INLINE_FRAGMENT) return add(own, this.of(node.selectionSet));
    if (node.kind === Kind.FRAGMENT_SPREAD) return add(own, this.fragment(node.name.value));
    const inner = node.selectionSet ? this.of(node.selectionSet) : nothing;
    return {
      ...inner,
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
    const node = this.fragments.get(name);
    const size = add({ ...nothing, directives: node?.directives?.length ?? 0 }, this.of(node?.selectionSet));
    this.measured.set(name, size);
    return size;
  }
}
