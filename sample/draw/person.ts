import { Defect } from '../../platform/errors/hub-error.js';
import { addDays, daysBetween, transposed } from '../dates.js';
import { type Background, backgrounds } from '../names/backgrounds.js';
import { usualForms } from '../names/called-names.js';
import type { PersonRecord } from '../child.js';
import { drawSex } from '../person/draw-sex.js';
import { drawSurname } from '../person/draw-surname.js';
import type { Person } from '../person/person.js';
import { postcode, unitLetters } from '../person/postcode.js';
import type { Random } from '../random.js';

/** A person of the area. */
export interface AreaPerson extends Person {
  /** Age on the 31 August before the academic year. */
  readonly cohort: number;
  readonly ethnicity: string;
  readonly postcode: string;
}

/** How many of 1,000 children have each age on 31 August; the under-threes are only those whom a service knows. */
const cohorts: readonly (readonly [age: number, weight: number])[] = [
  [0, 8],
  [1, 11],
  [2, 18],
  [3, 50],
  ...Array.from({ length: 12 }, (_, index) => [4 + index, 71] as const),
  [16, 32],
  [17, 29],
];
/** The usual surnames: families of any background join theirs, but not one that is two already. */
const joined = 0.025;

/** A child of 0 to 18 with a name that goes with the family. `year` is that of the academic year's September. */
export function drawPerson(random: Random, year: number): AreaPerson {
  const cohort = random.weighted(cohorts);
  const born = `${String(year - 1 - cohort)}-09-01`;
  const dateOfBirth = addDays(born, random.int(0, daysBetween(born, `${String(year - cohort)}-08-31`)));
  const { usual, ethnicity } = random.weighted(backgrounds.map((one) => [one, one.weight] as const));
  const sex = drawSex(random, null);
  const family = drawFamilyName(random, usual.surnames);
  return {
    cohort,
    dateOfBirth,
    sex,
    ethnicity: random.chance(0.01) ? 'NOBT' : ethnicity,
    given: random.pick(sex === 'F' ? usual.girls : usual.boys),
    family,
    formerFamily: random.chance(0.012) ? random.pick(usual.surnames) : '',
    postcode: drawPostcode(random),
  };
}

/** A brother or sister of the same birth: same day, home and family name, another given name. */
export function drawTwin(random: Random, twin: AreaPerson): AreaPerson {
  const ofFamily = ({ usual }: Background): boolean =>
    usual.surnames.some((surname) => twin.family.startsWith(surname));
  const background = backgrounds.find(ofFamily);
  if (background === undefined) throw new Defect('A surname was drawn from no list.');
  const { usual } = background;
  const sex = drawSex(random, twin);
  const choices = (sex === 'F' ? usual.girls : usual.boys).filter((name) => name !== twin.given);
  return { ...twin, sex, given: random.pick(choices) };
}

export function drawPostcode(random: Random): string {
  const unit = random.pick(unitLetters) + random.pick(unitLetters);
  return postcode(random.int(1, 20), random.int(0, 9), unit);
}

/** The true record as a clinic or a case file has it: mostly the same, sometimes a nickname, a swapped date, an old home. */
export function misrecorded(random: Random, truth: PersonRecord, oldPostcode: string): PersonRecord {
  const nickname = usualForms.get(truth.forename);
  return {
    ...truth,
    forename: nickname !== undefined && random.chance(0.25) ? nickname : written(random, truth.forename),
    surname: written(random, truth.surname),
    dob: truth.dob !== null && random.chance(0.015) ? transposed(truth.dob) : truth.dob,
    postcode: random.chance(0.08) ? oldPostcode : truth.postcode,
  };
}

/** The name a child goes by, as a register has it. */
export function preferredForename(random: Random, forename: string): string {
  const nickname = usualForms.get(forename);
  return nickname !== undefined && random.chance(0.4) ? nickname : '';
}

function drawFamilyName(random: Random, surnames: readonly string[]): string {
  const draw = (of: Random): string => of.pick(surnames);
  return drawSurname(random, { draw, mayJoin: (surname) => !surname.includes('-'), joined });
}

/** Other systems lose accents, hyphens and apostrophes. */
function written(random: Random, name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  if (plain !== name) return random.chance(0.6) ? plain : name;
  if (name.includes('-')) return random.chance(0.25) ? name.replace('-', ' ') : name;
  return name.includes("'") && random.chance(0.3) ? name.replace("'", '') : name;
}
