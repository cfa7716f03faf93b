import { randomUUID } from 'node:crypto';
import type { QueryResult } from 'pg';
import type { SignedIn } from '../gateway/asking.js';
import type { Minter } from '../platform/auth/minter.js';
import type { Lines } from '../platform/db/lines.js';
import type { SourceFacts } from '../platform/db/source-facts.repository.js';
import { Domain } from '../platform/vocabulary/domain.js';
import { childJson, type RowOf, type Seen } from './limit-json.js';
import { anyChild, type PlannedRead, type ReadName, type ReadPlan, readPlan } from './limit-reads.js';

export interface LimitOptions {
  /** Of the login that co-located domains share, as the hub has them. */
  readonly lines: Lines;
  readonly roleOf: (domain: Domain) => string;
  readonly minter: Minter;
  readonly facts: (domain: Domain) => Promise<SourceFacts>;
  readonly today: () => string;
}

/** Counted like the hub's, so that the two can be set side by side. */
export interface LimitCounts {
  transactions: number;
  statements: number;
}

interface Decided {
  readonly permitted: readonly [string, string, string][];
}

const domains = Object.values(Domain);

/**
 * The best that can be done by hand with the same permits, audit rows, roles and texts: everything the holistic
 * question reads in one transaction and one round trip, and the answer written without GraphQL. It vouches for the
 * caller to the database as the gateway does; it signs no envelope, since there is no door between it and itself. What
 * facts mean (a wait in weeks, attendance of a year) is worked out by the domains' own functions.
 */
export class Limit {
  readonly counts: LimitCounts = { transactions: 0, statements: 0 };
  private readonly plans = new Map<string, ReadPlan>();

  constructor(private readonly options: LimitOptions) {}

  /** The whole answer, as JSON. */
  async answer(id: string, who: SignedIn): Promise<string> {
    const today = this.options.today();
    const [rows, facts] = await Promise.all([this.read(id, who, today), Promise.all(domains.map(this.options.facts))]);
    const factsOf = new Map(domains.map((domain, at) => [domain, facts[at]]));
    const seen: Seen = { id, role: who.role, today, ...rows, facts: (domain) => factsOf.get(domain) as SourceFacts };
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

  private async read(id: string, who: SignedIn, today: string): Promise<Pick<Seen, 'rows' | 'outcome'>> {
    const plan = this.planFor(who, today);
    const { claims, tag } = this.options.minter.vouch({ ...who, rid: randomUUID() });
    const client = await this.options.lines.next();
    const sent: Promise<QueryResult>[] = [];
    const placed = new Map<ReadName, number>();
    const send = (query: string | { name: string; text: string; values: unknown[] }): number =>
      sent.push(client.query(query)) - 1;
    send('begin');
    const open = send({
      name: 'open',
      text: 'select access.open($1, $2, $3) opened',
      values: [claims, tag, plan.requests.replaceAll(anyChild, id)],
    });
    let role: string | null = null;
    for (const { name, holder, read } of plan.reads) {
      if (!read) continue;
      const wanted = this.options.roleOf(holder);
      if (wanted !== role) send(`set local role "${wanted}"`);
      role = wanted;
      placed.set(name, send({ name: read.name, text: read.text, values: [[id], ...read.values.slice(1)] }));
    }
    send('commit');
    this.counts.transactions += 1;
    this.counts.statements += sent.length;
    const done = await Promise.all(sent);
    if (done.at(-1)?.command !== 'COMMIT') throw new Error('The limit was not committed.');
    const opened = (done[open]?.rows[0] as { opened: Decided[] }).opened;
    return seenBy(id, plan.reads, opened, (name) => done[placed.get(name) ?? -1]?.rows ?? []);
  }
}

function seenBy(
  id: string,
  reads: readonly PlannedRead[],
  opened: readonly Decided[],
  rowsOf: (name: ReadName) => unknown[],
): Pick<Seen, 'rows' | 'outcome'> {
  const outcome = (name: ReadName): string | undefined => {
    const { request } = reads.find((read) => read.name === name) ?? { request: -1 };
    return opened[request]?.permitted.find(([child]) => child === id)?.[1];
  };
  // One read serves all domains' team members; whose may be shown is decided domain by domain afterwards.
  const rows = <Name extends ReadName>(name: Name): readonly RowOf[Name][] =>
    (name.startsWith('team ') || outcome(name) !== undefined ? rowsOf(name) : []) as RowOf[Name][];
  return { rows, outcome };
}
