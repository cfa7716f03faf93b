import type { OnRoll, SchoolRegister } from '../../../platform/code-sets/sessions.js';
import { holds } from '../../../platform/ingest/interval.js';
import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';
import type { HeldInterval } from '../cohort/held-interval.js';
import { groupBy } from '../../../platform/record/batch.js';
import type { FreeSchoolMeals, SliceProvision } from './slice-words.js';

/** A spell at a school. */
export interface RollSpan extends OnRoll {
  readonly schoolUrn: string;
}

/** A spell on a school's roll, and what it showed since when, oldest first. */
export interface Roll extends HeldInterval {
  readonly schoolUrn: string;
  /** As `Enrolment.status`. */
  readonly status: string;
  /** The school's; null where the register of schools says none. */
  readonly phase: string | null;
  readonly provisions: readonly { readonly provision: SenProvision; readonly from: string }[];
  readonly meals: readonly { readonly eligible: boolean; readonly from: string }[];
}

/** What of a roll says where marks count. */
export type RollDays = Pick<Roll, 'schoolUrn' | 'status' | 'from' | 'until'>;

const mainStatuses: ReadonlySet<string> = new Set(['CURRENT', 'CURRENT_MAIN']);

/** There is a register, and no roll. */
const registerAlone = 'UNKNOWN';

/** Spells that a roll tells of, oldest first: a register alone is none. */
export function spellsOf(rolls: readonly RollDays[]): RollSpan[] {
  return rolls
    .filter(({ status }) => status !== registerAlone)
    .map(({ schoolUrn, status, from, until }) => ({ schoolUrn, main: mainStatuses.has(status), from, until }))
    .sort((a, b) => a.from.localeCompare(b.from) || a.schoolUrn.localeCompare(b.schoolUrn));
}

/**
 * Registers with the days on which each school's marks count. A school that is known by its registers alone has said no
 * bounds, so that all it marked counts, as education itself counts; one that is on no roll at all marked nobody.
 */
export function onRolls<Register extends Pick<SchoolRegister, 'schoolUrn'>>(
  registers: readonly Register[],
  rolls: readonly RollDays[],
): (Register & Pick<SchoolRegister, 'onRoll'>)[] {
  const bounded = groupBy(spellsOf(rolls), ({ schoolUrn }) => schoolUrn);
  const known = new Set(rolls.map(({ schoolUrn }) => schoolUrn));
  return registers.map((register) => {
    const { schoolUrn } = register;
    return { ...register, onRoll: bounded.get(schoolUrn) ?? (known.has(schoolUrn) ? null : []) };
  });
}

/** The main school on a day: of several the one begun last, then the lower URN; null where there is none. */
export function mainSchoolOn(spells: readonly RollSpan[], on: string): string | null {
  const open = spells.filter((spell) => spell.main && holds(spell, on));
  open.sort((a, b) => b.from.localeCompare(a.from) || a.schoolUrn.localeCompare(b.schoolUrn));
  return open[0]?.schoolUrn ?? null;
}

/** What a list of changes says on a day: the last that had begun. */
const saidOn = <Said extends { readonly from: string }>(said: readonly Said[], on: string): Said | undefined =>
  said.findLast(({ from }) => from <= on);

const highestFirst = [SenProvision.EHC_PLAN, SenProvision.SEN_SUPPORT, SenProvision.NONE];

/** The provision shown on a day; where rolls differ the higher one, since to miss a plan is the worse error. */
export function provisionOn(rolls: readonly Roll[], on: string): SliceProvision {
  const shown = new Set(
    rolls.filter((roll) => holds(roll, on)).map(({ provisions }) => saidOn(provisions, on)?.provision),
  );
  return highestFirst.find((provision) => shown.has(provision)) ?? 'UNKNOWN';
}

/** Whether any roll says on a day that the child is eligible for free school meals. */
export function mealsOn(rolls: readonly Roll[], on: string): FreeSchoolMeals {
  const said = new Set(rolls.filter((roll) => holds(roll, on)).map(({ meals }) => saidOn(meals, on)?.eligible));
  if (said.has(true)) return 'YES';
  return said.has(false) ? 'NO' : 'UNKNOWN';
}

/** A school's phase; UNKNOWN where the register of schools says none. */
export function phaseOf(rolls: readonly Roll[], schoolUrn: string): string {
  const said = rolls.flatMap((roll) => (roll.schoolUrn === schoolUrn && roll.phase !== null ? [roll.phase] : []));
  return said.sort()[0] ?? 'UNKNOWN';
}
