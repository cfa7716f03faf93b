import type { Client, QueryResult } from 'pg';
import type { Keys, Listing, ListPage, Permit, Subjects, Verdict } from '../access/permit.js';
import { type SeenByKey, type SeenChildren, seenChildren, type SeenPage } from '../access/seen.js';
import type { Voucher } from '../auth/minter.js';
import type { Entitlement } from '../access/entitlement.js';
import type { Domain } from '../vocabulary/domain.js';
import { databaseFailure } from './failure.js';
import { inOnePiece } from './lines.js';
import { mergeRequests, type OpenRequest } from './merge-requests.js';
import { openedIn, openStatement } from './open-statement.js';
import type { Opened } from './opened.js';
import { inFull, type OpenedRequest, tally } from './opened-request.js';
import type { OfChild, Read } from './read.js';
import { placeAfter, subjectsOf } from './subjects-of.js';
import type { Counts, UnitOptions } from './unit-options.js';
import { wholeList } from './whole-list.js';
import { answer, refusedFor, type Work } from './work.js';

export type { OfChild, Read } from './read.js';

/** What a cube answered, and how much of it the caller may be told. */
interface Answered<Row> {
  readonly rows: readonly Row[];
  readonly entitled: Entitlement;
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

  /** Reads rows of children, each handed out under what was decided about its child. */
  async read<Row extends OfChild>(
    permit: Permit,
    children: readonly string[],
    read: Read<Row> | null,
  ): Promise<SeenChildren<Row>> {
    const { rows, verdicts } = await this.ask<Row>(permit, { children }, read);
    return seenChildren(verdicts, rows, ({ childId }) => childId);
  }

  /** Reads by keys that are not children's; `whose` says of a row to which of the children they lead to it belongs. */
  async readByKeys<Row>(
    permit: Permit,
    keys: Keys,
    read: Read<Row> | null,
    whose: (row: Row, childOf: ReadonlyMap<string, string>) => string | undefined,
  ): Promise<SeenByKey<Row>> {
    const { rows, verdicts, subjects } = await this.ask<Row>(permit, keys, read);
    const { childOf, withheld } = subjectsOf(subjects, verdicts);
    return { children: seenChildren(verdicts, rows, (row) => whose(row, childOf)), childOf, withheld };
  }

  /**
   * Reads a page of a domain's own list: the children of the page alone are opened, in the list's order. The read is of all
   * that is opened (`ctx.opened`), for which facts are on the page is found in the same transaction; `keyOf` says which a row
   * is. A row of another fact than the page's belongs to nobody here.
   */
  async readPage<Row>(
    permit: Permit,
    page: ListPage,
    read: Read<Row>,
    keyOf: (row: Row) => string,
  ): Promise<SeenPage<Row>> {
    const { rows, verdicts, subjects } = await this.ask<Row>(permit, page, read);
    const { childOf } = subjectsOf(subjects, verdicts);
    const children = seenChildren(verdicts, rows, (row) => childOf.get(keyOf(row)));
    return { children, childOf, after: placeAfter(subjects) };
  }

  /**
   * Reads what belongs to several children, by keys of its own: in the order it comes, each shown whole or, unless all of
   * its children are shown in full, not at all.
   */
  async readWhole<Row>(
    permit: Permit,
    keys: Keys,
    read: Read<Row>,
    keyOf: (row: Row) => string,
  ): Promise<readonly Row[]> {
    const { rows, verdicts, subjects } = await this.ask<Row>(permit, keys, read);
    const { childOf, withheld } = subjectsOf(subjects, inFull(verdicts));
    return rows.filter((row) => childOf.has(keyOf(row)) && !withheld.has(keyOf(row)));
  }

  /**
   * Reads rows of all children who are listed from the caller's relationships, however many, by one statement. Under one
   * permit each is handed out as was decided; under several, those whom every one of them shows in full.
   */
  readListed<Row extends OfChild>(
    permits: readonly [Permit, ...Permit[]],
    from: Listing,
    read: Read<Row>,
  ): Promise<SeenChildren<Row>> {
    return wholeList<Row>(from, (part) => this.askEach(permits, { from: part }, read));
  }

  /**
   * Reads copies of several domains' facts by one statement, each under a permit of its own, and hands them out by whose
   * facts they are. Of keys that lead to children, by the ids that these are shown by.
   */
  async readCopies<Row extends OfChild & { readonly domain: Domain }>(
    permits: readonly Permit[],
    subjects: Keys | { readonly children: readonly string[] },
    read: Read<Row>,
  ): Promise<ReadonlyMap<Domain, SeenChildren<Row>>> {
    const opened = await this.askEach(permits, subjects, read);
    return new Map(
      permits.map(({ request: { about } }, at) => [
        about,
        seenChildren(
          opened[at]?.verdicts ?? new Map<string, Verdict>(),
          opened[0]?.rows ?? [],
          ({ domain, childId }) => (domain === about ? childId : undefined),
        ),
      ]),
    );
  }

  /** Reads what is about no child: under a permit that opens nobody, so that no child's row is there to be read. */
  async readOfNobody<Row>(permit: Permit, read: Read<Row>): Promise<readonly Row[]> {
    const { rows } = await this.ask<Row>(permit, { children: [] }, read);
    return rows;
  }

  /** Reads figures of groups, by a question of the cube's: of no child, and with how much of the truth may be told. */
  async readFigures<Row>(permit: Permit, question: string, read: Read<Row>): Promise<Answered<Row>> {
    const { rows, entitled } = await this.ask<Row>(permit, { kind: 'aggregate', keys: [question] }, read);
    if (entitled === null) throw refusedFor(permit.request);
    return { rows, entitled };
  }

  private askEach<Row>(permits: readonly Permit[], subjects: Subjects, read: Read<Row>): Promise<Opened<Row>[]> {
    return Promise.all(permits.map((permit, at) => this.ask<Row>(permit, subjects, at === 0 ? read : null)));
  }

  /** Nothing is read under a refused permit, but the asking is written down before it is refused. */
  private ask<Row>(permit: Permit, subjects: Subjects, read: Read<Row> | null): Promise<Opened<Row>> {
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
        answer(item, opened(at), results.get(item));
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
    answers.forEach(({ verdicts }, at) => {
      const domain = requests[at]?.about ?? '';
      for (const [outcome, count] of tally(verdicts)) this.options.metrics.disclosures.inc({ domain, outcome }, count);
    });
  }
}
