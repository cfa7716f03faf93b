import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type DocumentNode, findBreakingChanges, findDangerousChanges, parse } from 'graphql';
import { scopesAdded } from './scopes-asked.js';

/** What has changed for clients since a release, a line each (`FIELD_REMOVED: Child.age was removed.`). */
export interface Changes {
  /** A question that was answered is refused, or answered in another shape. */
  readonly breaking: readonly string[];
  /** A client that does not expect it may be surprised: a new value of an enum, a new member of a union. */
  readonly surprising: readonly string[];
}

const line = ({ type, description }: { type: string; description: string }): string => `${type}: ${description}`;

const publicly = (supergraph: DocumentNode) =>
  buildASTSchema(transformSupergraphToPublicSchema(supergraph), { assumeValid: true });

/** Compares two supergraphs as clients see them: without machinery, without anything `@inaccessible`. */
export function changesBetween(released: string, present: string): Changes {
  const [before, now] = [parse(released, { noLocation: true }), parse(present, { noLocation: true })];
  const [old, ours] = [publicly(before), publicly(now)];
  return {
    breaking: [...findBreakingChanges(old, ours).map(line), ...scopesAdded(before, now)],
    surprising: findDangerousChanges(old, ours).map(line),
  };
}
