import type { Writing } from '../../../../platform/db/write-unit.js';
import { groupBy } from '../../../../platform/record/batch.js';
import type { ResolvedRecord, Written } from '../../../../platform/ingest/ingest-source.js';
import { packWeek } from '../../../../platform/code-sets/marks.js';
import { correctionsOf } from '../../attendance-correction/corrections-of.js';
import {
  MadeCorrectionsRepository,
  type NewCorrection,
} from '../../attendance-correction/made-corrections.repository.js';
import { mergeWeek } from '../merge-week.js';
import { registerPlace } from '../register-place.js';
import type { Moment } from '../../enrolment/held-enrolment.js';
import { writeEnrolments } from '../../enrolment/write-enrolments.js';
import { type RollChild, RollRepository } from '../../enrolment/roll.repository.js';
import { StaleWeekRepository } from '../../school-week/stale-week.repository.js';
import { superseded } from '../../enrolment/superseded.js';
import type { SessionMarksFact } from './fact.js';
import { type GivenWeek, planRegister } from './plan.js';
import { WeekRepository, type WeekRow } from './week.repository.js';

interface Merged {
  readonly row: WeekRow;
  readonly corrections: readonly NewCorrection[];
  readonly daysChanged: number;
}

/** Writes registers, merged session by session into the weeks already held. */
export async function writeRegisters(
  writing: Writing,
  records: readonly ResolvedRecord<SessionMarksFact>[],
): Promise<Written> {
  const byId = groupBy(records, ({ childId }) => childId ?? '');
  const rolls = new RollRepository(writing);
  const moment = await rolls.begin();
  const found = await rolls.ofChildren([...byId.keys()]);
  const weeks = new WeekRepository(writing);
  const held = await heldWeeks(weeks, found, records);
  const children = found.map((child) => planChild(child, byId, moment, held));
  await writeEnrolments(
    writing,
    children.flatMap(({ made }) => made),
  );
  const plans = children.flatMap((child) => child.plans);
  const mergedWeek = mergerOf(held, moment);
  const merged = plans.map(({ childId, facts, weeks: given }) => {
    const changed = given.map(mergedWeek).filter(({ daysChanged }) => daysChanged > 0);
    return { childId, facts, changed, written: changed.reduce((sum, { daysChanged }) => sum + daysChanged, 0) };
  });
  const rows = merged.flatMap(({ changed }) => changed.map(({ row }) => row));
  await weeks.save(rows);
  await new MadeCorrectionsRepository(writing).add(
    merged.flatMap(({ changed }) => changed.flatMap(({ corrections }) => corrections)),
  );
  await new StaleWeekRepository(writing).ofRegisters(rows);
  const touched = merged.filter(({ written }) => written > 0).map(({ childId }) => childId);
  await writing.emit('attendance-changed', touched);
  const written = merged.reduce((sum, one) => sum + one.written, 0);
  return { written, unchanged: merged.reduce((sum, { facts }) => sum + facts, 0) - written };
}

/** What registers make of one child's weeks, record by record, with the enrolments that had to be made up. */
function planChild(
  { ids, enrolments }: RollChild,
  records: ReadonlyMap<string, readonly ResolvedRecord<SessionMarksFact>[]>,
  moment: Moment,
  held: readonly WeekRow[],
) {
  const plans = ids.map((childId) => {
    const facts = (records.get(childId) ?? []).flatMap((record) => record.facts);
    return { childId, facts: facts.length, ...planRegister(childId, enrolments, facts, moment, held) };
  });
  const made = plans.flatMap(({ provisional }) => provisional);
  return { plans, made: superseded([...enrolments, ...made]).filter((one) => !enrolments.includes(one)) };
}

/** The weeks that the records' schools marked before, of all the days they mark now. */
async function heldWeeks(
  weeks: WeekRepository,
  children: readonly RollChild[],
  records: readonly ResolvedRecord<SessionMarksFact>[],
): Promise<readonly WeekRow[]> {
  const facts = records.flatMap((record) => record.facts);
  const mondays = [...new Set(facts.map(({ date }) => registerPlace(date).weekBeginning))].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const urns = new Set(facts.map(({ urn }) => urn));
  const atSchool = children.flatMap(({ enrolments }) => enrolments.filter(({ urn }) => urns.has(urn)));
  return weeks.held(
    atSchool.map(({ id }) => id),
    first,
    last,
  );
}

function mergerOf(held: readonly WeekRow[], { now }: Moment): (given: GivenWeek) => Merged {
  const nameOf = ({ enrolmentId, weekBeginning }: Pick<WeekRow, 'enrolmentId' | 'weekBeginning'>): string =>
    `${enrolmentId} ${weekBeginning}`;
  const known = new Map(held.map((row) => [nameOf(row), row.marks]));
  const blank = packWeek([]);
  return (given) => {
    const before = known.get(nameOf(given)) ?? blank;
    const marks = mergeWeek(before, packWeek(given.codes));
    const differs = (slot: number): boolean => marks[slot] !== before[slot];
    const daysChanged = given.mornings.filter((morning) => differs(morning) || differs(morning + 1)).length;
    const { enrolmentId, childId, weekBeginning } = given;
    const corrections = daysChanged > 0 ? correctionsOf(before, given, now) : [];
    return { row: { enrolmentId, childId, weekBeginning, marks }, daysChanged, corrections };
  };
}
