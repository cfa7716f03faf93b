import { Defect } from '../../../platform/errors/hub-error.js';
import { addDays, daysBetween, transposed } from '../dates.js';
import { nameLists, nicknames, type NameList } from '../names/name-lists.js';
import type { PersonRecord } from '../child.js';
import type { Random } from '../random.js';

/** Who a child is before any agency has written it down. */
export interface Person {
  readonly cohort: number;
  readonly dob: string;
  readonly sex: 'F' | 'M';
  readonly ethnicity: string;
  readonly forename: string;
  readonly surname: string;
  readonly formerSurname: string;
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
const unitLetters = Array.from('ABDEFGHJLNPQRSTUWXYZ');

/** A child of 0 to 18 with a name that goes with the family. `year` is that of the academic year's September. */
export function drawPerson(random: Random, year: number): Person {
  const cohort = random.weighted(cohorts);
  const born = `${String(year - 1 - cohort)}-09-01`;
  const dob = addDays(born, random.int(0, daysBetween(born, `${String(year - cohort)}-08-31`)));
  const names = random.weighted(nameLists.map((list) => [list, list.weight] as const));
  const sex = random.chance(0.488) ? 'F' : 'M';
  const surname = drawSurname(random, names);
  return {
    cohort,
    dob,
    sex,
    ethnicity: random.chance(0.01) ? 'NOBT' : names.ethnicity,
    forename: random.pick(sex === 'F' ? names.girls : names.boys),
    surname,
    formerSurname: random.chance(0.012) ? random.pick(names.surnames) : '',
    postcode: drawPostcode(random),
  };
}

/** A brother or sister of the same birth: same day, home and family name, another given name. */
export function drawTwin(random: Random, twin: Person): Person {
  const ofFamily = (list: NameList): boolean => list.surnames.some((surname) => twin.surname.startsWith(surname));
  const names = nameLists.find(ofFamily);
  if (names === undefined) throw new Defect('A surname was drawn from no list.');
  const sex = random.chance(0.65) ? twin.sex : twin.sex === 'F' ? 'M' : 'F';
  const choices = (sex === 'F' ? names.girls : names.boys).filter((name) => name !== twin.forename);
  return { ...twin, sex, forename: random.pick(choices) };
}

/** A postcode of the area ZX, which does not exist. */
export function drawPostcode(random: Random): string {
  const unit = random.pick(unitLetters) + random.pick(unitLetters);
  return `ZX${String(random.int(1, 20))} ${String(random.int(0, 9))}${unit}`;
}

/** The true record as a clinic or a case file has it: mostly the same, sometimes a nickname, a swapped date, an old home. */
export function misrecorded(random: Random, truth: PersonRecord, oldPostcode: string): PersonRecord {
  const nickname = nicknames[truth.forename];
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
  const nickname = nicknames[forename];
  return nickname !== undefined && random.chance(0.4) ? nickname : '';
}

function drawSurname(random: Random, names: NameList): string {
  const surname = random.pick(names.surnames);
  if (surname.includes('-') || !random.chance(0.025)) return surname;
  const other = random.pick(names.surnames);
  return other === surname || other.includes('-') ? surname : `${surname}-${other}`;
}

/** Other systems lose accents, hyphens and apostrophes. */
function written(random: Random, name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  if (plain !== name) return random.chance(0.6) ? plain : name;
  if (name.includes('-')) return random.chance(0.25) ? name.replace('-', ' ') : name;
  return name.includes("'") && random.chance(0.3) ? name.replace("'", '') : name;
}
