import { Permit } from '../../../platform/access/permit.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { Conflict, type HubError, InvalidInput, NotFound } from '../../../platform/errors/hub-error.js';
import type { RequestScope } from '../../../platform/subgraph/manifest.js';
import { councilCode } from '../../../platform/vocabulary/council-code.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { isSurrogateId } from '../../../platform/vocabulary/surrogate-id.js';
import type { IdentityRepository } from '../identity/identity.repository.js';
import { knownEvidence } from '../identity/held-record.js';
import { NameCounts } from '../identity/name-counts.js';
import { writeClaims } from '../identity/record-numbers.repository.js';
import { ruleVersion } from '../matching/judge.js';
import { claimsLeft } from './claims-after.js';
import { matchReviewPolicy } from './match-review.policy.js';
import { type MatchReviewRepository, showToReviewers } from './match-review.repository.js';
import { partingDecisions } from './parting-decisions.js';
import { type NewReview, raiseReviews } from '../identity/raise-reviews.repository.js';
import { resolverAgainst } from '../identity/resolver-against.js';
import { eldestFirst, type Parting, separate } from './separation.js';
import { settleChildren } from './settle-children.service.js';
import type { SourceRecordRepository } from './source-record.repository.js';
import type { StoredRecord } from './stored-review.js';

type Refusal = 'NO_SUCH_CHILD' | 'CHANGED_SINCE' | 'NOT_OF_THE_CHILD' | 'ONE_NUMBER' | 'NONE_STAYS';
type Answer = { readonly ids: readonly string[] } | { readonly refusal: Refusal };

const about = { domain: Domain.PARTNERSHIP };

const errors: Readonly<Record<Refusal, () => HubError>> = {
  NO_SUCH_CHILD: () => new NotFound('There is no such child whom you may see.', about),
  CHANGED_SINCE: () =>
    new Conflict('The child’s records were linked or separated since you saw them: look again.', about),
  NOT_OF_THE_CHILD: () => new InvalidInput('Every record that is named must be one of this child’s.', about),
  ONE_NUMBER: () =>
    new InvalidInput('These records stand under one number of one agency: it has to part them first.', about),
  NONE_STAYS: () => new InvalidInput('At least one record must stay with the child.', about),
};

/** Records that are taken out of a child, and why. */
export interface Leaving {
  readonly childId: string;
  readonly sourceRecordIds: readonly string[];
  readonly expectedVersion: number;
  readonly reason: string;
}

/**
 * Takes records out of a child that they are not of. Every domain's rows stand under their records' own ids, so that
 * each child has its own again in the instant of the commit.
 */
export class SeparateChildrenService {
  constructor(
    private readonly scope: RequestScope,
    private readonly reviews: MatchReviewRepository,
    private readonly recordRepository: SourceRecordRepository,
    private readonly identity: Pick<IdentityRepository, 'waitForTurn' | 'nameCounts'>,
    /** The council whose area this is. */
    private readonly council = councilCode,
  ) {}

  /** The ids the children it became are shown by: who stays first, then who left, then whoever now stands alone. */
  async separate(asked: Leaving, key: string): Promise<readonly string[]> {
    const { writes } = this.scope;
    const said = { ...asked, reason: checked(asked) };
    const children = isSurrogateId(said.childId) ? [said.childId] : [];
    const permits = this.permits().map((permit) => ({ permit, subjects: { children } }));
    const done = await writes.run(permits, (writing) => writing.once(key, said, () => this.takeOut(writing, said)));
    if ('refusal' in done) throw errors[done.refusal]();
    return done.ids;
  }

  private async takeOut(writing: Writing, said: Leaving): Promise<Answer> {
    if (!writing.opened.every(({ verdicts }) => verdicts.has(said.childId))) return { refusal: 'NO_SUCH_CHILD' };
    await this.identity.waitForTurn(writing);
    const ids = (await this.recordRepository.idsOf(writing, [said.childId]))?.get(said.childId);
    if (!ids || (await this.recordRepository.version(writing, ids)) !== said.expectedVersion)
      return { refusal: 'CHANGED_SINCE' };
    const own = await this.recordRepository.under(writing, ids);
    const leaving = leavingOf(own, said.sourceRecordIds);
    if (typeof leaving === 'string') return { refusal: leaving };
    const waiting = await this.waiting(writing, ids);
    if (!waiting) return { refusal: 'CHANGED_SINCE' };
    const records = [...own, ...waiting.records];
    const past = await this.recordRepository.decisions(writing, ids);
    const names = new NameCounts(await this.identity.nameCounts(writing, records.map(knownEvidence)));
    const apart = await this.recordRepository.apart(writing, eldestFirst(records));
    const linked = { ids, leaving, records, past, waiting: waiting.reviews, apart };
    const parting = separate(linked, resolverAgainst(names));
    await this.write(writing, said, records, parting);
    return { ids: parting.children.flatMap(([shown]) => shown ?? []) };
  }

  /** The records that wait because they may be of the child, and all records of whom else they may be. */
  private async waiting(writing: Writing, ids: readonly string[]) {
    const open = await this.reviews.naming(writing, ids, this.permits());
    const named = open.flatMap(({ childId, candidates }) => [childId, ...candidates.map((one) => one.childId)]);
    const idsOf = await this.recordRepository.idsOf(writing, named);
    if (!idsOf) return null;
    const others = [...idsOf.values()].flat().filter((id) => !ids.includes(id));
    const records = await this.recordRepository.under(writing, others);
    const order = new Map(eldestFirst(records).map((id, at) => [id, at]));
    const all = (id: string) => (idsOf.get(id) ?? []).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const reviews = open.map(({ id: reviewId, childId, raisedAt, candidates }) => ({
      ...{ reviewId, childId, raisedAt, own: all(childId) },
      candidates: candidates.map((one) => all(one.childId)),
    }));
    return { records, reviews };
  }

  private async write(
    writing: Writing,
    said: Leaving,
    records: readonly StoredRecord[],
    parting: Parting,
  ): Promise<void> {
    const { council, scope } = this;
    const { sub: actor, name: actorName } = scope.caller.claims;
    const { recordSources: sources, today } = scope;
    const here = { council, sources, today };
    await this.reviews.undone(writing, parting.undone);
    await this.recordRepository.keepApart(writing, parting.apart);
    await this.recordRepository.decide(
      writing,
      partingDecisions(parting, { actor, actorName, ruleVersion, reason: said.reason }),
    );
    const children = [...parting.children, ...parting.around];
    const version = Math.max(said.expectedVersion, await this.recordRepository.version(writing, children.flat())) + 1;
    await settleChildren(writing, this.recordRepository, { children, records, version }, here);
    const leaving = new Set(parting.apart.map(([one]) => one));
    await writeClaims(writing, claimsLeft(records, leaving, sources), sources);
    const settled = parting.again.filter(({ decision }) => decision.kind !== 'REVIEW');
    await this.reviews.withdraw(
      writing,
      settled.flatMap(({ reviewId }) => reviewId ?? []),
    );
    const raised = await raiseReviews(writing, reviewsOf(parting, records));
    const seen = raised.flatMap(({ id, children: about }) => about.map((childId) => ({ childId, reference: id })));
    await showToReviewers(writing, seen, { council, from: scope.today, until: null });
  }

  private permits(): Permit[] {
    return (['T3', 'T1'] as const).map((tier) =>
      Permit.for(this.scope.caller, matchReviewPolicy, { tier, act: 'WRITE', operation: 'separateChildren' }),
    );
  }
}

/** The records for a person to decide about again. */
function reviewsOf({ again }: Parting, records: readonly StoredRecord[]): NewReview[] {
  return again.flatMap(({ childId, decision }) => {
    const record = records.find((one) => one.childId === childId && one.deletedOn === null);
    if (decision.kind !== 'REVIEW' || !record) return [];
    const { source, sourceKey } = record;
    return [{ childId, source, sourceKey, kind: decision.reviewKind, ruleVersion, candidates: decision.candidates }];
  });
}

/** InvalidInput where the question itself cannot be taken; otherwise the reason, trimmed. */
function checked({ sourceRecordIds, reason }: Leaving): string {
  const trimmed = reason.trim();
  if (trimmed.length < 10) throw new InvalidInput('reason must have at least 10 characters.');
  if (sourceRecordIds.length === 0) throw new InvalidInput('sourceRecordIds must name at least one record.');
  return trimmed;
}

/** The ids that leave, or why they cannot. */
function leavingOf(records: readonly StoredRecord[], named: readonly string[]): ReadonlySet<string> | Refusal {
  const live = records.filter(({ deletedOn }) => deletedOn === null);
  const chosen = live.filter(({ id }) => named.includes(id));
  if (chosen.length !== new Set(named).size) return 'NOT_OF_THE_CHILD';
  const leaving = new Set(chosen.map(({ childId }) => childId));
  if (live.some(({ id, childId }) => leaving.has(childId) && !named.includes(id))) return 'ONE_NUMBER';
  return live.every(({ childId }) => leaving.has(childId)) ? 'NONE_STAYS' : leaving;
}
