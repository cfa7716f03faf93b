import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Permit, Subjects, Verdict } from '../access/permit.js';
import type { Caller } from '../auth/door.js';
import { type HubError, Refused } from '../errors/hub-error.js';
import type { Metrics } from '../telemetry/metrics.js';
import { databaseFailure } from './failure.js';
import { mergeRequests } from './merge-requests.js';
import { openedIn, openStatement } from './open-statement.js';
import { verdictsOf } from './opened-request.js';
import { subjectsOf } from './subjects-of.js';

/** What a write was opened with: the permitted children, and the child of each key that is not a child's. */
export interface OpenedWrite {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly childOf: ReadonlyMap<string, string>;
  /** The keys that lead to a child who may not be changed. */
  readonly withheld: ReadonlySet<string>;
}

type Asked = readonly { readonly permit: Permit; readonly subjects: Subjects }[];
type Work<T> = (manager: EntityManager, opened: readonly OpenedWrite[]) => Promise<T>;

/**
 * A write is a unit of its own, under its own domain's login: `open` first, then statement by statement, never
 * retried. Row-level security holds for it as for a read.
 */
export class WriteUnit {
  constructor(
    private readonly source: DataSource,
    private readonly caller: Caller,
    private readonly metrics: Metrics,
  ) {}

  run<T>(asked: Asked, work: Work<T>): Promise<T> {
    return this.unit(asked, work, false);
  }

  /** As `run`, and everything that was done is undone again: what comes back says what would have been written. */
  rehearse<T>(asked: Asked, work: Work<T>): Promise<T> {
    return this.unit(asked, work, true);
  }

  private async unit<T>(asked: Asked, work: Work<T>, undo: boolean): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      this.metrics.transactions.inc({ act: 'write' });
      try {
        const opened = await this.open(runner.manager, asked);
        const result = await this.attempt(runner, asked, undo, (manager) => work(manager, opened));
        await runner.commitTransaction();
        if ('failure' in result) throw result.failure;
        return result.done;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
    } catch (error) {
      throw databaseFailure(error);
    } finally {
      await runner.release();
    }
  }

  /**
   * The work, undone where it fails: the audit row of the asking stays, so that an attempt that was refused, or found
   * nothing, is written down like any other.
   */
  private async attempt<T>(
    runner: QueryRunner,
    asked: Asked,
    undo: boolean,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<{ readonly done: T } | { readonly failure: HubError }> {
    const refused = asked.find(({ permit }) => permit.refused);
    if (refused)
      return {
        failure: new Refused('Your role and purpose do not allow this.', { domain: refused.permit.request.about }),
      };
    await runner.query('savepoint work');
    try {
      const done = await work(runner.manager);
      if (undo) {
        // What waits for the end of the transaction would otherwise never be looked at.
        await runner.query('set constraints all immediate');
        await runner.query('rollback to savepoint work');
      }
      // Fails if anything above was aborted and swallowed: COMMIT alone would answer ROLLBACK in silence.
      await runner.query('release savepoint work');
      return { done };
    } catch (error) {
      await runner.query('rollback to savepoint work');
      return { failure: databaseFailure(error) };
    }
  }

  private async open(manager: EntityManager, asked: Asked): Promise<OpenedWrite[]> {
    const { requests, of } = mergeRequests(asked.map(({ permit, subjects }) => ({ ...permit.request, subjects })));
    const { text, values } = openStatement(this.caller.voucher, requests);
    const answers = openedIn(await manager.query<unknown[]>(text, values));
    return of.map((at) => {
      const { permitted, subjects, died } = answers[at] ?? { permitted: [], subjects: [], died: {} };
      const verdicts = verdictsOf({ permitted, died });
      return { verdicts, ...subjectsOf(subjects, verdicts) };
    });
  }
}
