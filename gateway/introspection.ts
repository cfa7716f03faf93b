import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import type { Limits } from './limits.js';

/**
 * The standard introspection query follows a type's wrappers nine deep, below fields and arguments: every tool that
 * makes code from an address sends it. graphql-js's own rule bounds how often it may go round in lists.
 */
const introspectionDepth = 24;

/** The limits of a document: deeper in development where all of its operations ask about the schema and nothing else. */
export function limitsFor(document: DocumentNode, limits: Limits, production: boolean): Limits {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const onlySchema = operations.every((operation) => {
    const names = topFields(document, operation.selectionSet);
    return names.includes('__schema') || names.includes('__type') ? names.every(isOfTheSchema) : false;
  });
  if (production || operations.length === 0 || !onlySchema) return limits;
  return { ...limits, depth: Math.max(limits.depth, introspectionDepth) };
}

/** The planner answers the schema's own fields only where they stand alone, and from its inner schema. */
export function isAboutTheSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const names = topFields(document, operation.selectionSet);
  const about = names.some((name) => name === '__schema' || name === '__type');
  if (about && !names.every(isOfTheSchema)) {
    throw new InvalidInput('Ask about the schema in a question of its own.');
  }
  return about;
}

const isOfTheSchema = (name: string): boolean => name.startsWith('__');

/** Looked at before validation: a fragment may still contain itself, and is walked into once. */
function topFields(document: DocumentNode, set: SelectionSetNode, walked = new Set<string>()): string[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    if (node.kind === Kind.INLINE_FRAGMENT) return topFields(document, node.selectionSet, walked);
    if (walked.has(node.name.value)) return [];
    walked.add(node.name.value);
    const fragment = document.definitions.find(
      (each): each is FragmentDefinitionNode =>
        each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
    );
    return fragment ? topFields(document, fragment.selectionSet, walked) : [];
  });
}
