import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Permit } from '../access/permit.js';
import type { Tier } from '../access/rule.js';
import type { Caller } from '../auth/door.js';
import { Defect, type HubError } from '../errors/hub-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { Domain } from '../vocabulary/domain.js';
import { emit, emitOfNobody, relate, type Related, relateExactly, type RelatedExactly } from './consequences.js';
import { databaseFailure } from './failure.js';
import { type Asked, holdKeys, type Keyed, once, onceEach } from './idempotency.js';
import { schemaOf } from './names.js';
import { type Asking, type OpenedWrite, openWrite, permitsOf, refusalOf } from './open-write.js';
import { plannedOn, type Query, sentOn } from './query.js';
import { replaceRows } from './replace-rows.js';
import { type Changes, findForUpdate, updateRows } from './rows.js';
import type { Columns, RowClass } from './table/columns.js';
import { upsert } from './upsert.js';
import { type Attempt, commit, savepointOf, type Transaction } from './write-transaction.js';

/** Nothing is written through it any more. For this file alone: whoever is handed a Writing cannot end it. */
let end: (writing: Writing) => void;

/**
 * The one key that a write takes: a transaction of its own, in which permits were opened. Only a `WriteUnit` makes one,
 * for its class does not leave this file; and it is dead once its unit has ended.
 */
class Writing {
  static {
    end = (writing) => {
      writing.#sends = null;
    };
  }

  #sends: Query | null;
  readonly #caller: Caller;
  readonly #domain: Domain;

  constructor(
    sends: Query,
    caller: Caller,
    domain: Domain,
    /** What each of the permits it began with was opened for, in order. */
    readonly opened: readonly OpenedWrite[],
  ) {
    this.#sends = sends;
    this.#caller = caller;
    this.#domain = domain;
  }

  /**
   * Opens more in the same transaction, where more children turn up; what for, in order. Refused where one of the permits is.
   */
  async open(asked: readonly Asking[]): Promise<OpenedWrite[]> {
    permitsOf(asked, this.#domain);
    const opened = await openWrite(this.query, this.#caller, asked);
    const refused = refusalOf(asked.map(({ permit }) => permit));
    if (refused) throw refused;
    return opened;
  }

  /** Sends one statement. Row-level security shows it, and lets it change, what was opened and nothing else. */
  readonly query: Query = async (text, values) => this.sends(text, values);

  /** Adds rows or changes those that are there, in one statement; how many were added or changed. */
  upsert<Row extends object>(into: Columns<Row>, rows: readonly Readonly<Row>[]): Promise<number> {
    return upsert(this.query, into, rows);
  }

  /** Makes the rows of these children what is given; the ids of which anything changed. */
  replace<Row extends object>(
    of: Columns<Row>,
    children: readonly string[],
    rows: readonly Readonly<Row>[],
  ): Promise<string[]> {
    return replaceRows(this.query, of, children, rows);
  }

  /** One row, held until the write ends; null where there is none to be seen. */
  findForUpdate<Row extends object>(of: RowClass<Row>, where: Readonly<Partial<Row>>): Promise<Row | null> {
    return findForUpdate(this.query, of, where);
  }

  /** Changes columns of the rows that are meant. */
  update<Row extends object>(of: RowClass<Row>, where: Readonly<Partial<Row>>, to: Changes<Row>): Promise<void> {
    return updateRows(this.query, of, where, to);
  }

  /** Relationships as consequences of facts, for children whom this was opened to change; how many changed. */
  relate(tier: Tier, related: readonly Related[]): Promise<number> {
    return relate(this.query, this.#domain, tier, related);
  }

  /** The same, where facts say everything of some bases: what of these children is related otherwise ends. */
  relateExactly(tier: Tier, exactly: RelatedExactly): Promise<number> {
    return relateExactly(this.query, this.#domain, tier, exactly);
  }

  /** Tells whoever may hear it that facts of one kind changed for these children: kind and child, nothing else. */
  emit(topic: string, children: readonly string[]): Promise<void> {
    return emit(this.query, this.#domain, topic, children);
  }

  /** The same of facts that are of no child. For systems alone. */
  emitOfNobody(topic: string): Promise<void> {
    return emitOfNobody(this.query, this.#domain, topic);
  }

  /** The effect, once for the caller and this key; the same key again gives the first answer, a Conflict with another body. */
  once<Answer extends object>(key: string, body: unknown, effect: () => Promise<Answer>): Promise<Answer> {
    return once(this.query, this.#keyed, { key, body }, effect);
  }

  /** The same of several things, by keys that are all different: see `onceEach`. */
  onceEach<Answer extends object>(
    asked: readonly Asked[],
    effect: (places: readonly number[]) => Promise<readonly (Answer | HubError)[]>,
  ): Promise<(Answer | HubError)[]> {
    return onceEach(this.query, this.#keyed, asked, effect);
  }

  /** Holds keys that `once` is to be asked with, before any row is held: for a write that holds several of both. */
  holdKeys(keys: readonly string[]): Promise<void> {
    return holdKeys(this.query, this.#keyed, keys);
  }

  get #keyed(): Keyed {
    return { schema: schemaOf(this.#domain), actor: this.#caller.claims.sub };
  }

  private get sends(): Query {
    if (!this.#sends) throw new Defect('A write was used after its unit had ended.');
    return this.#sends;
  }
}

export type { Writing };

type Work<T> = (writing: Writing) => Promise<T>;

/** What a person writes is of a few rows, and much the same each time; what a system does comes in batches. */
const queryFor = (caller: Caller, client: Pick<Client, 'query'>): Query =>
  caller.operations === null ? plannedOn(client) : sentOn(client);

/** Does the work, and undoes it where it fails or is a rehearsal; what was opened before it stays. */
async function attempt<T>(
  { client, savepoint }: Transaction,
  writing: Writing,
  work: Work<T>,
  undo = false,
): Promise<Attempt<T>> {
  try {
    // Sent just before the work's first statement. Where one of them fails others may be on their way still: they were sent
    // before it is undone, and after it nothing is.
    const begun = async (): Promise<T> => work(writing);
    const [, done] = await Promise.all([client.query(savepoint), begun()]).finally(() => {
      end(writing);
    });
    // What waits for the end of the transaction would otherwise never be looked at.
    if (undo) await client.query('set constraints all immediate; rollback to savepoint work');
    return { done };
  } catch (error) {
    await client.query('rollback to savepoint work');
    return { failure: databaseFailure(error) };
  }
}

/**
 * A write of a domain is a unit of its own, under the domain's own login: `open` first, then statement by statement,
 * never retried. Row-level security holds for it as for a read.
 */
export class WriteUnit {
  readonly #source: DataSource;
  readonly #domain: Domain;
  readonly #caller: Caller;
  readonly #metrics: Metrics;

  constructor(source: DataSource, domain: Domain, caller: Caller, metrics: Metrics) {
    this.#source = source;
    this.#domain = domain;
    this.#caller = caller;
    this.#metrics = metrics;
  }

  /** Opens the permits and does the work. Under a refused one nothing is done, but the asking is written down. */
  async run<T>(asked: readonly Asking[], work: Work<T>): Promise<T> {
    const refused = refusalOf(permitsOf(asked, this.#domain));
    return this.#unit(asked, async (...on) => (refused ? { failure: refused } : attempt(...on, work)));
  }

  /** As `run`, and everything that was done is undone again: what comes back says what would have been written. */
  async rehearse<T>(asked: readonly Asking[], work: Work<T>): Promise<T> {
    const refused = refusalOf(permitsOf(asked, this.#domain));
    return this.#unit(asked, async (...on) => (refused ? { failure: refused } : attempt(...on, work, true)));
  }

  /**
   * A write about a child whom nobody can name: a function of the database finds the child, decides and writes down
   * whatever is asked of it. Or a write of the caller's own, of no child. Opened for no child, so that nothing else can be
   * written. Where the permit is refused that is said at the end, after the same work.
   */
  async unnamed<T>(permit: Permit, work: Work<T>): Promise<T> {
    const refused = refusalOf(permitsOf([{ permit, subjects: { children: [] } }], this.#domain));
    const done = await this.#unit([], (...on) => attempt(...on, work));
    if (refused) throw refused;
    return done;
  }

  async #unit<T>(
    asked: readonly Asking[],
    work: (transaction: Transaction, writing: Writing) => Promise<Attempt<T>>,
  ): Promise<T> {
    const runner = this.#source.createQueryRunner();
    try {
      const client = (await runner.connect()) as Client;
      this.#metrics.transactions.inc({ act: 'write' });
      const result = await this.#within({ client, savepoint: savepointOf(this.#caller) }, asked, work).catch(
        async (error: unknown) => {
          await client.query('rollback');
          throw error;
        },
      );
      if ('failure' in result) throw result.failure;
      return result.done;
    } catch (error) {
      throw databaseFailure(error);
    } finally {
      await runner.release();
    }
  }

  async #within<T>(
    transaction: Transaction,
    asked: readonly Asking[],
    work: (transaction: Transaction, writing: Writing) => Promise<Attempt<T>>,
  ): Promise<Attempt<T>> {
    const query = queryFor(this.#caller, transaction.client);
    const [, opened] = await Promise.all([transaction.client.query('begin'), openWrite(query, this.#caller, asked)]);
    const writing = new Writing(query, this.#caller, this.#domain, opened);
    return commit(transaction, await work(transaction, writing));
  }
}
