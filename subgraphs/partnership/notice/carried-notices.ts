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
  /** By which it was told while another record of the child told of it. */
  readonly otherKeys: readonly string[];
}

/** Where a notice goes: into which one, which may be itself, under which record and key, raised when. */
export interface CarriedNotice {
  readonly id: string;
  readonly into: string;
  readonly childId: string;
  readonly factKey: string;
  readonly raisedAt: string;
}

/**
 * The notices of one child that are of one fact are one, however many records told of it before they were linked: it stands
 * under the record and the key that its domain tells it under now, and was raised when the first of them was. A fact that nobody
 * tells any more stays where it is. Those that are as they should be are not named. Pure.
 */
export function carriedNotices(held: readonly HeldNotice[], told: readonly ToldUnder[]): CarriedNotice[] {
  const homes = new Map(
    [...told.flatMap(underOtherKeys), ...told].map((one) => [`${one.asked}|${one.key}`, 'now' in one ? one.now : one]),
  );
  const homeOf = ({ asked, factKey }: HeldNotice): ToldUnder | undefined => homes.get(`${asked}|${factKey}`);
  const groups = groupBy(held, (one) => `${one.asked}|${homeOf(one)?.key ?? one.factKey}|${one.toldAs}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((one, other) => (placed(one) < placed(other) ? -1 : 1));
    if (!first) return [];
    const home = homeOf(first);
    const [childId, factKey] = [home?.recordId ?? first.childId, home?.key ?? first.factKey];
    // One that stands there already stays what it is: no two can stand under one record.
    const there = group.find((one) => one.childId === childId && one.factKey === factKey);
    if (group.length === 1 && there) return [];
    return group.map(({ id }) => ({ id, into: (there ?? first).id, childId, factKey, raisedAt: first.raisedAt }));
  });
}

/** A fact by each of the keys that it was told by before; one that a fact is told by now is that fact's. */
const underOtherKeys = (now: ToldUnder) => now.otherKeys.map((key) => ({ asked: now.asked, key, now }));

const placed = ({ raisedAt, id }: HeldNotice): string => `${raisedAt} ${id}`;
