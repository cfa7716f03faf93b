import type { Client, QueryResult } from 'pg';
import type { SignedIn } from '../gateway/asking.js';
import { inOnePiece, type Lines } from '../platform/db/lines.js';
import { facetsFor } from '../platform/access/decide.js';
import type { SourceFacts } from '../platform/db/source-facts.repository.js';
import { Domain } from '../platform/vocabulary/domain.js';
import { childJson, type RowOf, type FoundChild } from './limit-json.js';
import { socialCarePolicy } from './subgraphs.js';
import { type PlannedRead, type ReadName, type ReadPlan, readPlan } from './limit-reads.js';

/** What is sent: fixed text, prepared under its name, or a plain word. */
export type Statement = string | { readonly name: string; readonly text: string; readonly values: unknown[] };

/** What one way of answering by hand does besides reading: nothing, or opening, or writing down. */
export interface Manner {
  /** Sent between `begin` and the first read; null where nothing is. */
  readonly before: (id: string, who: SignedIn, plan: ReadPlan) => Statement | null;
  /** The role that a domain's reads are sent under; null where the login's own serves. */
  readonly roleOf: (domain: Domain) => string | null;
  /** A read's text as it is sent. */
  readonly textOf: (text: string) => string;
  /** What may be shown of each read, given what `before` brought back. */
  readonly outcomes: (id: string, who: SignedIn, plan: ReadPlan, rows: readonly unknown[]) => Outcomes;
}

/** Undefined where nothing may be shown. */
export type Outcomes = (name: ReadName) => string | undefined;

export interface HandWrittenOptions {
  readonly lines: Lines;
  readonly manner: Manner;
  readonly facts: (domain: Domain) => Promise<SourceFacts>;
  readonly today: () => string;
}

/** Counted like the hub's, so that the two can be set side by side. */
export interface HandWrittenCounts {
  transactions: number;
  statements: number;
}

const domains = Object.values(Domain);

/**
 * The holistic question answered by one handler: everything it reads in one transaction and one round trip, and the
 * answer written without GraphQL. What facts mean (a wait in weeks, attendance of a year) is worked out by the domains'
 * own functions.
 */
export class HandWritten {
  readonly counts: HandWrittenCounts = { transactions: 0, statements: 0 };
  private readonly plans = new Map<string, ReadPlan>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly options: HandWrittenOptions) {}

  /** The whole answer, as JSON. */
  async answer(id: string, who: SignedIn): Promise<string> {
    const today = this.options.today();
    const [rows, known] = await Promise.all([this.read(id, who, today), Promise.all(domains.map(this.options.facts))]);
    const facts = Object.fromEntries(domains.map((domain, at) => [domain, known[at]])) as Record<Domain, SourceFacts>;
    const seen: FoundChild = {
      id,
      history: facetsFor(socialCarePolicy, who, 'T3', 'READ').has('HISTORY'),
      today,
      ...rows,
      facts: (domain) => facts[domain],
    };
    return JSON.stringify({ data: { child: childJson(seen) } });
  }

  private planFor(who: SignedIn, today: string): ReadPlan {
    const key = `${who.role} ${who.purpose} ${today}`;
    const known = this.plans.get(key);
    if (known) return known;
    const claims = { ...who, kid: '', rid: '', exp: 0 };
    const made = readPlan({ claims, voucher: { claims: '', tag: '' }, operations: null }, today);
    this.plans.set(key, made);
    return made;
  }

  private textOf(text: string): string {
    const known = this.texts.get(text) ?? this.options.manner.textOf(text);
    this.texts.set(text, known);
    return known;
  }

  private async read(id: string, who: SignedIn, today: string): Promise<Pick<FoundChild, 'rows' | 'outcome'>> {
    const { lines, manner } = this.options;
    const plan = this.planFor(who, today);
    const client = await lines.next();
    const { sent, before, placed } = inOnePiece(client, () =>
      this.write(client, plan, id, manner.before(id, who, plan)),
    );
    this.counts.transactions += 1;
    this.counts.statements += sent.length;
    const done = await Promise.all(sent);
    if (done.at(-1)?.command !== 'COMMIT') throw new Error('What was written by hand was not committed.');
    const outcome = manner.outcomes(id, who, plan, before === null ? [] : (done[before]?.rows ?? []));
    return { outcome, ...rowsOf(outcome, (name) => done[placed.get(name) ?? -1]?.rows ?? []) };
  }

  private write(client: Client, plan: ReadPlan, id: string, first: Statement | null) {
    const sent: Promise<QueryResult>[] = [];
    const placed = new Map<ReadName, number>();
    const send = (statement: Statement): number => sent.push(client.query(statement)) - 1;
    send('begin');
    const before = first === null ? null : send(first);
    let role: string | null = null;
    for (const { name, holder, read } of plan.reads) {
      if (!read) continue;
      const wanted = this.options.manner.roleOf(holder);
      if (wanted !== role && wanted !== null) send(`set local role "${wanted}"`);
      role = wanted;
      placed.set(
        name,
        send({ name: read.name, text: this.textOf(read.text), values: [[id], ...read.values.slice(1)] }),
      );
    }
    send('commit');
    return { sent, before, placed };
  }
}

/** One read serves all domains' team members; whose may be shown is decided domain by domain afterwards. */
function rowsOf(outcome: Outcomes, held: (name: ReadName) => unknown[]): Pick<FoundChild, 'rows'> {
  const rows = <Name extends ReadName>(name: Name): readonly RowOf[Name][] =>
    (name.startsWith('team ') || outcome(name) !== undefined ? held(name) : []) as RowOf[Name][];
  return { rows };
}

/** The place of a read in its plan: which of the merged requests permits it. */
export const requestOf = ({ reads }: ReadPlan, name: ReadName): PlannedRead['request'] =>
  reads.find((read) => read.name === name)?.request ?? -1;
