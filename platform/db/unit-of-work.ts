import type { Client, QueryResult } from 'pg';
import type { AccessRequest, Permit, Subjects, Verdict } from '../access/permit.js';
import type { Voucher } from '../auth/minter.js';
import { Refused } from '../errors/hub-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Domain } from '../vocabulary/domain.js';
import { databaseFailure } from './failure.js';
import { inOnePiece, type Lines } from './lines.js';
import { mergeRequests, type OpenRequest } from './merge-requests.js';
import { openedIn, openStatement } from './open-statement.js';
import { type OpenedRequest, verdictsOf } from './opened-request.js';
import { subjectsOf } from './subjects-of.js';

/** A read as a repository describes it: fixed text, named once, arrays for keys. */
export interface Read<Row = unknown> {
  /** Names the prepared statement; one name, one text. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** What becomes of each row as it leaves the store: see `Columns.parser`. A row it refuses fails this read alone. */
  readonly parse?: (row: unknown) => Row;
}

/** What a read brought back, and what the database decided about each child that was asked for. */
export interface Opened<Row> {
  readonly rows: readonly Row[];
  /** By the id that was asked for; a child that is not here was not shared, or does not exist. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** For keys that are not children's: the permitted child each belongs to. */
  readonly childOf: ReadonlyMap<string, string>;
  /** The keys that lead to a child who was not shared: what belongs to several children is shown whole or not at all. */
  readonly withheld: ReadonlySet<string>;
}

interface Work {
  readonly request: AccessRequest & { readonly subjects: Subjects };
  readonly refused: boolean;
  readonly read: Read | null;
  readonly resolve: (opened: Opened<never>) => void;
  readonly reject: (error: unknown) => void;
}

/** How a process reaches the database. */
export interface UnitOptions {
  readonly lines: Lines;
  /** The role to take before a domain's reads, where the login is shared by co-located domains. */
  readonly roleOf: (domain: Domain) => string | null;
  readonly metrics: Metrics;
}

/** Counted per request: they hold on any machine, where timings do not. */
export interface Counts {
  transactions: number;
  statements: number;
  reads: number;
}

/**
 * All reads of one request that are asked for in one turn of the event loop, sent together: begin, open (verify,
 * decide, audit, permitted sets), reads, commit, in one write. Rows are released only after COMMIT has answered COMMIT.
 */
export class UnitOfWork {
  readonly counts: Counts = { transactions: 0, statements: 0, reads: 0 };
  private queue: Work[] = [];

  constructor(
    private readonly voucher: Voucher,
    private readonly options: UnitOptions,
  ) {}

  /** Reads under a permit. Nothing is read under a refused one, but the asking is written down before it is refused. */
  read<Row>(permit: Permit, subjects: Subjects, read: Read<Row> | null): Promise<Opened<Row>> {
    return new Promise<Opened<Row>>((resolve, reject) => {
      if (this.queue.length === 0) setImmediate(() => void this.send());
      this.queue.push({
        request: { ...permit.request, subjects },
        refused: permit.refused,
        read: permit.refused ? null : read,
        resolve,
        reject,
      });
    });
  }

  private async send(): Promise<void> {
    const work = this.queue;
    this.queue = [];
    const failure = await this.attempt(work);
    if (failure === null) return;
    const holders = [...new Set(work.map(({ request }) => request.holder))];
    if (holders.length === 1) {
      for (const item of work) item.reject(failure);
      return;
    }
    // One domain's failure must not null the others: each is tried again by itself. Only reads are ever repeated.
    await Promise.all(
      holders.map(async (holder) => {
        const own = work.filter(({ request }) => request.holder === holder);
        const again = await this.attempt(own);
        if (again !== null) for (const item of own) item.reject(again);
      }),
    );
  }

  /** Null when the work was done and answered; otherwise why not, with nothing answered. */
  private async attempt(work: readonly Work[]): Promise<Error | null> {
    try {
      const { opened, results } = await this.transact(work);
      work.forEach((item, at) => {
        this.answer(item, opened(at), results.get(item));
      });
      return null;
    } catch (error) {
      return databaseFailure(error);
    }
  }

  private async transact(work: readonly Work[]) {
    const merged = mergeRequests(work.map(({ request }) => request));
    const client = await this.options.lines.next();
    const { answers, open, commit, placed } = inOnePiece(client, () => this.write(client, work, merged.requests));
    const settled = await Promise.allSettled(answers);
    const failed = settled.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    const done = settled.map((one) => (one as PromiseFulfilledResult<QueryResult>).value);
    // COMMIT of an aborted transaction answers ROLLBACK without an error: the audit row would be missing.
    if (done[commit]?.command !== 'COMMIT') throw new Error('the unit of work was not committed');
    const opened = openedIn(done[open]?.rows ?? []);
    this.count(merged.requests, opened);
    return {
      opened: (at: number) => opened[merged.of[at] ?? -1],
      results: new Map([...placed].map(([item, at]) => [item, done[at]?.rows as unknown[]])),
    };
  }

  /** Writes a whole unit in one synchronous block: another unit's statements must not come between. */
  private write(client: Client, work: readonly Work[], requests: readonly OpenRequest[]) {
    const answers: Promise<QueryResult>[] = [];
    const placed = new Map<Work, number>();
    const send = (operation: string, statement: string | { name: string; text: string; values: unknown[] }): number => {
      this.options.metrics.sqlStatements.inc({ operation });
      this.counts.statements += 1;
      return answers.push(client.query(statement)) - 1;
    };
    send('frame', 'begin');
    const open = send('open', openStatement(this.voucher, requests));
    let role: string | null = null;
    for (const item of [...work].sort((a, b) => a.request.holder.localeCompare(b.request.holder))) {
      if (!item.read) continue;
      const wanted = this.options.roleOf(item.request.holder);
      if (wanted !== role && wanted !== null) send('role', `set local role "${wanted}"`);
      role = wanted;
      const { name, text, values } = item.read;
      placed.set(item, send('read', { name, text, values: [...values] }));
      this.counts.reads += 1;
    }
    const commit = send('frame', 'commit');
    this.counts.transactions += 1;
    this.options.metrics.transactions.inc({ act: 'read' });
    return { answers, open, commit, placed };
  }

  private count(requests: readonly { about: string }[], answers: readonly OpenedRequest[]): void {
    answers.forEach(({ permitted }, at) => {
      const domain = requests[at]?.about ?? '';
      for (const [, outcome] of permitted) this.options.metrics.disclosures.inc({ domain, outcome });
    });
  }

  private answer(item: Work, opened: OpenedRequest | undefined, rows: unknown[] | undefined): void {
    if (item.refused) {
      item.reject(new Refused('Your role and purpose do not allow this.', { domain: item.request.about }));
      return;
    }
    const asked = 'children' in item.request.subjects ? new Set(item.request.subjects.children) : null;
    const permitted = (opened?.permitted ?? []).filter(([child]) => asked === null || asked.has(child));
    const verdicts = verdictsOf({ permitted, died: opened?.died ?? {} });
    const { childOf, withheld } = subjectsOf(opened?.subjects ?? [], verdicts);
    try {
      const parsed = item.read?.parse ? rows?.map(item.read.parse) : rows;
      item.resolve({ rows: (parsed ?? []) as never[], verdicts, childOf, withheld });
    } catch (error) {
      item.reject(error);
    }
  }
}
