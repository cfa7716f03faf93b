import { academicYear } from '../../../platform/code-sets/academic-year.js';
import { SchoolDays } from '../../../platform/code-sets/school-days.js';
import { SessionOfDay } from '../../../platform/vocabulary/session-of-day.js';
import { schoolAgeBy } from '../../../subgraphs/education/suspension/compulsory-schooling.js';
import { expectedDays } from '../../../subgraphs/education/suspension/expected-days.js';
import { sessionsByYear } from '../../../subgraphs/education/suspension/limit-of-45.js';
import { sixthDayDuties } from '../../../subgraphs/education/suspension/sixth-day.js';
import { SuspensionCategory } from '../../../subgraphs/education/suspension/suspension-category.js';
import { type Child, recordedAt, type Roll, schools, type Told, toldOn, type World } from './world.js';

// Child by child, by the rules a child's own record is told with: slow, and nothing of the database's in it.

export interface Figures {
  readonly pupils: number;
  readonly suspensions: number;
  readonly childrenSuspended: number;
  readonly permanentExclusions: number;
  readonly lostDays: number;
}

export interface SixthDays {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly missing: number;
}

const ranks = ['NONE', 'SEN_SUPPORT', 'EHC_PLAN'];
const onRoll = ({ from, until }: Roll, day: string): boolean => from <= day && (until === null || day < until);

/** The highest that any roll of a day shows. */
export function provisionOn(rolls: readonly Roll[], day: string): string {
  const said = rolls
    .filter((one) => onRoll(one, day))
    .flatMap((one) => one.provisions.findLast(({ from }) => from <= day) ?? []);
  return ranks.filter((rank) => said.some(({ provision }) => provision === rank)).at(-1) ?? 'UNKNOWN';
}

function mealsOn(rolls: readonly Roll[], day: string): string {
  const said = rolls
    .filter((one) => onRoll(one, day))
    .flatMap((one) => one.meals.findLast(({ from }) => from <= day) ?? []);
  return said.some(({ eligible }) => eligible) ? 'YES' : said.length > 0 ? 'NO' : 'UNKNOWN';
}

const keyOf = (by: readonly string[], rolls: readonly Roll[], urn: string, day: string): string =>
  JSON.stringify(
    by.map((dimension) => {
      if (dimension === 'SCHOOL') return urn;
      if (dimension === 'PHASE') return schools.find((one) => one.urn === urn)?.phase ?? 'UNKNOWN';
      return dimension === 'SEN_PROVISION' ? provisionOn(rolls, day) : mealsOn(rolls, day);
    }),
  );

type Counted = Omit<Told, 'category' | 'session'> & { category: SuspensionCategory; session: SessionOfDay | null };

/** Each suspension once, as it was told last, with the provision that holds; begun by a day. */
export function eachOnce({ told }: Child, today: string): Counted[] {
  const each = new Map<string, Told[]>();
  for (const one of told.filter(({ startedOn }) => startedOn <= today)) {
    const name = [one.urn, one.startedOn, one.category].join(' ');
    each.set(name, [...(each.get(name) ?? []), one]);
  }
  return [...each.values()].flatMap((all) => {
    const inOrder = [...all].sort((a, b) => (recordedAt(a) < recordedAt(b) ? -1 : 1));
    const last = inOrder.at(-1);
    const byHand = inOrder.flatMap((one) => one.byHand ?? []).at(-1);
    if (!last) return [];
    return [
      {
        ...{ ...last, provisionOn: byHand ?? last.provisionOn, category: SuspensionCategory[last.category] },
        session: last.session === null ? null : SessionOfDay[last.session],
      },
    ];
  });
}

/** The figures of a school year, by the keys of their groups. */
export function figuresOf(
  { children, weeks }: World,
  asked: { year: string; pupilsOn: string; today: string; by: readonly string[] },
): Map<string, Figures> {
  const isSchoolDay = expectedDays(new SchoolDays(weeks), asked.today);
  const found = new Map<string, Figures>();
  const add = (key: string, over: Partial<Figures>): void => {
    const held = found.get(key) ?? {
      pupils: 0,
      suspensions: 0,
      childrenSuspended: 0,
      permanentExclusions: 0,
      lostDays: 0,
    };
    const sum = (name: keyof Figures) => held[name] + (over[name] ?? 0);
    found.set(key, {
      ...{ pupils: sum('pupils'), suspensions: sum('suspensions'), childrenSuspended: sum('childrenSuspended') },
      ...{ permanentExclusions: sum('permanentExclusions'), lostDays: sum('lostDays') },
    });
  };
  if (asked.by.length === 0) add('[]', {});
  for (const child of children) {
    const { rolls } = child;
    const main = rolls.filter((one) => one.status.startsWith('CURRENT') && !one.status.endsWith('SUBSIDIARY'));
    const at = main.filter((one) => onRoll(one, asked.pupilsOn));
    for (const key of new Set(at.map(({ urn }) => keyOf(asked.by, rolls, urn, asked.pupilsOn))))
      add(key, { pupils: 1 });
    const suspendedIn = new Set<string>();
    for (const one of eachOnce(child, asked.today)) {
      const key = keyOf(asked.by, rolls, one.urn, one.startedOn);
      const counts = one.cancelledOn === null && academicYear(one.startedOn) === asked.year;
      const sessions = sessionsByYear(one, isSchoolDay).get(asked.year) ?? 0;
      if (academicYear(one.startedOn) === asked.year || sessions > 0) add(key, { lostDays: sessions / 2 });
      if (counts && one.category === SuspensionCategory.SUSPENSION) {
        add(key, { suspensions: 1, childrenSuspended: suspendedIn.has(key) ? 0 : 1 });
        suspendedIn.add(key);
      }
      if (counts && one.category === SuspensionCategory.PERMANENT) add(key, { permanentExclusions: 1 });
    }
  }
  return found;
}

/** What was owed from sixth days of a school year, by the keys of their groups. */
export function sixthDaysOf(
  { children, weeks }: World,
  asked: { year: string; today: string; by: readonly string[] },
): Map<string, SixthDays> {
  const isSchoolDay = expectedDays(new SchoolDays(weeks), asked.today);
  const found = new Map<string, SixthDays>();
  if (asked.by.length === 0) found.set('[]', { due: 0, inTime: 0, late: 0, missing: 0 });
  for (const child of children) {
    const spells = child.rolls.map((one) => ({ ...one, recordedAt: `${toldOn}T12:00:00.000Z` }));
    const holds = (urn: string, dueOn: string): boolean => schoolAgeBy(spells)(urn, dueOn);
    for (const duty of sixthDayDuties(eachOnce(child, asked.today), isSchoolDay, asked.today, holds)) {
      if (academicYear(duty.dueOn) !== asked.year) continue;
      const holder = duty.dutyOf === 'COUNCIL' ? 'COUNCIL' : 'SCHOOL';
      const key = JSON.stringify(asked.by.map((dimension) => (dimension === 'SCHOOL' ? duty.of.urn : holder)));
      const held = found.get(key) ?? { due: 0, inTime: 0, late: 0, missing: 0 };
      const isIn = duty.inPlaceOn !== null;
      found.set(key, {
        due: held.due + 1,
        inTime: held.inTime + Number(isIn && !duty.breached),
        late: held.late + Number(isIn && duty.breached),
        missing: held.missing + Number(!isIn && duty.breached),
      });
    }
  }
  return found;
}
