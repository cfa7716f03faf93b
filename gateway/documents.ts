import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { BoundedMap } from './bounded-map.js';
import { checkLimits, type Limits } from './limits.js';
import type { Question } from './question.js';

/** A document that was parsed, measured and validated once; the same object for every request that sends it. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Asks nothing of any domain. */
  readonly aboutTheSchema: boolean;
}

export interface DocumentRules {
  readonly limits: Limits;
  /** SHA-256 (hex) of a document → its text; null where there is none. */
  readonly safelist: ReadonlyMap<string, string> | null;
  /** In production only the safelist is answered, and introspection is not. */
  readonly production: boolean;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The planner answers the schema's own fields only where they stand alone, and from its inner schema. */
function isAboutTheSchema(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const names = topFields(document, operation.selectionSet);
  const about = names.some((name) => name === '__schema' || name === '__type');
  if (about && names.some((name) => !name.startsWith('__'))) {
    throw new InvalidInput('Ask about the schema in a question of its own.');
  }
  return about;
}

function topFields(document: DocumentNode, set: SelectionSetNode): string[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    if (node.kind === Kind.INLINE_FRAGMENT) return topFields(document, node.selectionSet);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
    ) as FragmentDefinitionNode | undefined;
    return fragment ? topFields(document, fragment.selectionSet) : [];
  });
}

const notListed = (): InvalidInput => new InvalidInput('This document is not on the safelist.');

/** What may be asked, and in which form it was asked before. */
export class Documents {
  private readonly prepared = new BoundedMap<string, Prepared>(500);
  private readonly listed: ReadonlyMap<string, string>;
  private readonly listedForms: ReadonlySet<string>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: DocumentRules,
  ) {
    if (rules.production && !rules.safelist) {
      throw new InvalidInput('In production the gateway needs its safelist: run hub schema, which writes it.');
    }
    this.listed = rules.safelist ?? new Map<string, string>();
    this.listedForms = new Set([...this.listed.values()].map(stripIgnoredCharacters));
  }

  /** The prepared form of what was sent, as text or as hash; InvalidInput says why it will not be answered. */
  find(question: Question): Prepared {
    const text = this.textOf(question);
    const key = `${question.operationName ?? ''}\0${text}`;
    const known = this.prepared.get(key);
    if (known) return known;
    const fresh = this.prepare(text, question.operationName);
    this.prepared.set(key, fresh);
    return fresh;
  }

  private textOf({ query, hash }: Question): string {
    if (hash !== undefined) {
      const text = this.listed.get(hash);
      if (text === undefined || (query !== undefined && sha256(query) !== hash)) throw notListed();
      return text;
    }
    if (query === undefined) throw new InvalidInput('Send a document as "query", or the hash of a safelisted one.');
    if (this.rules.production && !this.isListed(query)) throw notListed();
    return query;
  }

  /** Spaces, commas and comments make no difference: clients' tools print as they please. */
  private isListed(query: string): boolean {
    if (this.listed.has(sha256(query))) return true;
    try {
      return this.listedForms.has(stripIgnoredCharacters(query));
    } catch {
      return false;
    }
  }

  private prepare(text: string, operationName: string | undefined): Prepared {
    const document = this.parse(text);
    checkLimits(document, this.rules.limits);
    const rules = this.rules.production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
    const [problem] = validate(this.schema, document, rules, { maxErrors: 1, hideSuggestions: true });
    if (problem) throw new InvalidInput(problem.message);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new InvalidInput('Say which operation of the document to run, as "operationName".');
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      throw new InvalidInput('Subscriptions are not answered at this address.');
    }
    return { document, operation, aboutTheSchema: isAboutTheSchema(document, operation) };
  }

  private parse(text: string): DocumentNode {
    try {
      return parse(text, { maxTokens: this.rules.limits.tokens, noLocation: true });
    } catch (error) {
      throw new InvalidInput(error instanceof GraphQLError ? error.message : 'The document cannot be read.');
    }
  }
}
