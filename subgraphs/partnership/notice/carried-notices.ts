import { groupBy } from '../../../platform/record/batch.js';
import type { NoticeRow } from './notice.row.js';

/** A notice that stands, as far as it tells of which fact of which child it is. */
export interface HeldNotice extends Readonly<Pick<NoticeRow, 'id' | 'childId' | 'factKey' | 'toldAs' | 'raisedAt'>> {
  /** The child, by the id they were asked for by: the notice stands under one of the child's records. */
  readonly asked: string;
}

/** A fact as its domain tells it now: of which child, and under which record. */
export interface ToldUnder {
  readonly asked: string;
  readonly recordId: string;
  readonly key: string;
}

/** Where a notice goes: into which one, which may be itself, under which record, raised when. */
export interface CarriedNotice {
  readonly id: string;
  readonly into: string;
  readonly childId: string;
  readonly raisedAt: string;
}

/**
 * The notices of one child that are of one fact are one, however many records told of it before they were linked: it stands
 * under the record that its domain tells it under now, and was raised when the first of them was. A fact that nobody
 * tells any more stays where it is. Those that are as they should be are not named. Pure.
 */
export function carriedNotices(held: readonly HeldNotice[], told: readonly ToldUnder[]): CarriedNotice[] {
  const homes = new Map(told.map(({ asked, key, recordId }) => [`${asked}|${key}`, recordId]));
  const groups = groupBy(held, ({ asked, factKey, toldAs }) => `${asked}|${factKey}|${toldAs}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => (placed(one) < placed(other) ? -1 : 1));
    if (!first) return [];
    const childId = homes.get(`${first.asked}|${first.factKey}`) ?? first.childId;
    // One that stands there already stays what it is: no two can stand under one record.
    const { id: into } = group.find((one) => one.childId === childId) ?? first;
    const settled = group.length === 1 && first.childId === childId;
    return settled ? [] : group.map(({ id }) => ({ id, into, childId, raisedAt: first.raisedAt }));
  });
}

const placed = ({ raisedAt, id }: HeldNotice): string => `${raisedAt} ${id}`;
