import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { InvalidInput } from '../platform/errors/hub-error.js';
import { BoundedMap } from './bounded-map.js';
import { isAboutTheSchema, limitsFor } from './introspection.js';
import { InvalidQuestion } from './invalid-question.js';
import { checkLimits, type Limits } from './limits.js';
import { locationsOf } from './locations.js';
import { PersistedQueryError } from './persisted-query-error.js';
import type { Question } from './question.js';
import { type CurrentOperations, Safelist, sha256 } from './safelist.js';

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
  /** What partners registered beside it; none where not given. */
  readonly registered?: CurrentOperations;
  /** In production only the safelist is answered, and introspection is not. */
  readonly production: boolean;
}

const none: readonly never[] = [];

const notListed = (): InvalidInput => new InvalidInput('This document is not on the safelist.');

/** What may be asked, and in which form it was asked before. */
export class Documents {
  private readonly prepared = new BoundedMap<string, Prepared>(500);
  private readonly safelist: Safelist;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: DocumentRules,
  ) {
    if (rules.production && !rules.safelist) {
      throw new InvalidInput('In production the gateway needs its safelist: run hub schema, which writes it.');
    }
    const registered = rules.registered ?? ((): readonly never[] => none);
    this.safelist = new Safelist(rules.safelist ?? new Map<string, string>(), registered, rules.limits.tokens);
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

  /** The text that a question asks: what it sent, or what its hash names. */
  sourceOf({ query, hash }: Question): string | undefined {
    return query ?? (hash === undefined ? undefined : this.safelist.named(hash));
  }

  private textOf({ query, hash }: Question): string {
    if (query !== undefined) return this.allowed(query, hash);
    if (hash === undefined) throw new InvalidInput('Send a document as "query", or the hash of a safelisted one.');
    const text = this.safelist.named(hash);
    if (text !== undefined) return text;
    const nothingToFind = this.rules.production && this.safelist.empty;
    throw new PersistedQueryError(nothingToFind ? 'PERSISTED_QUERY_NOT_SUPPORTED' : 'PERSISTED_QUERY_NOT_FOUND');
  }

  private allowed(query: string, hash: string | undefined): string {
    if (hash !== undefined && sha256(query) !== hash) {
      throw new InvalidInput('The hash is not the SHA-256 of the document beside it.');
    }
    if (!this.rules.production) {
      if (hash !== undefined) this.safelist.remember(hash, query);
      return query;
    }
    const listed = this.safelist.match(query);
    if (listed === undefined) throw notListed();
    return listed;
  }

  private prepare(text: string, operationName: string | undefined): Prepared {
    const document = this.parse(text);
    checkLimits(document, limitsFor(document, this.rules.limits, this.rules.production));
    const rules = this.rules.production ? [...specifiedRules, NoSchemaIntrospectionCustomRule] : specifiedRules;
    const [problem] = validate(this.schema, document, rules, { maxErrors: 1, hideSuggestions: true });
    if (problem) throw new InvalidQuestion(problem.message, locationsOf(problem.nodes, document, text));
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
      if (!(error instanceof GraphQLError)) throw new InvalidInput('The document cannot be read.');
      throw new InvalidQuestion(error.message, error.locations ?? []);
    }
  }
}
