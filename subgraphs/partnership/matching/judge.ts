import { type Field, fields, type Levels, levelNames, levelOf } from './comparison.js';
import type { Band } from './person.js';

/** What decided over two records, in a word that is kept with every decision. */
export type MatchRule =
  | 'nhs-number-and-date-of-birth'
  | 'upn-and-date-of-birth'
  | 'upn-and-names'
  | 'social-care-id'
  | 'weights'
  | 'two-nhs-numbers'
  | 'two-upns'
  | 'one-number-two-people'
  | 'possible-twin';

/** What two records come to. */
export interface Judgement {
  readonly probability: number;
  readonly band: Band;
  readonly rule: MatchRule;
}

/** From here on a pair is linked, and from here on a person decides. domain.md §7.3. */
export const linkFrom = 0.95;
export const reviewFrom = 0.85;

/** The rules that a decision was taken by; a change of any of them is another version. */
export const ruleVersion = 'partnership-match-2026-11';

const sure = 0.9995;
const justBelowLink = 0.9499;
const unlikely = 0.8499;

const linked = (rule: MatchRule, probability: number): Judgement => ({
  rule,
  probability: Math.max(sure, probability),
  band: 'link',
});

/** For a person to decide, however sure the weights are. */
export const forReview = (rule: MatchRule, probability: number): Judgement => ({
  rule,
  probability: Math.min(Math.max(probability, reviewFrom), justBelowLink),
  band: 'review',
});

/** The same family name and birthday in the same home, another given name: a twin, unless a person knows better. */
function possibleTwin(levels: Levels, twoNames: boolean): boolean {
  const [given, family, born, place] = (['given', 'family', 'born', 'place'] as const).map((field) =>
    levelOf(levels, field),
  ) as [number, number, number, number];
  const another = given >= 4 || (twoNames && given >= 2);
  return another && born === 1 && (family === 1 || family === 2) && (place === 1 || place === 2);
}

/** A number that both carry: whether the rest speaks for one person, or is for a person to say. Null where they share none. */
function byNumber(levels: Levels, probability: number): Judgement | null {
  const is = (field: Field): number => levelOf(levels, field);
  const [nhs, upn] = [is('nhs') === 1, is('upn') === 1];
  if (!nhs && !upn) return null;
  const [given, family, born] = [is('given'), is('family'), is('born')];
  // Another given name: a twin's number, or a name that was changed for a reason that is not for a rule to join.
  if (given === 5) {
    const twin = born === 1 && family >= 1 && family <= 4;
    return forReview(twin ? 'possible-twin' : 'one-number-two-people', probability);
  }
  if (nhs && (born === 1 || (born === 2 && family >= 1 && family <= 3))) {
    return linked('nhs-number-and-date-of-birth', probability);
  }
  if (upn && born === 1) return linked('upn-and-date-of-birth', probability);
  if (upn && born >= 2 && given >= 1 && given <= 3 && family >= 1 && family <= 3) {
    return linked('upn-and-names', probability);
  }
  return forReview('one-number-two-people', probability);
}

/**
 * Whether what agrees could only be one person's. Names and birthday must both speak, and none of them be the kind of
 * likeness that brothers, sisters and twins have: however sure the weights are of the rest, it is their home's.
 */
function speaksOfOnePerson(levels: Levels, defaultBirthday: boolean): boolean {
  const is = (field: Field): number => levelOf(levels, field);
  const [given, family, born, place] = [is('given'), is('family'), is('born'), is('place')];
  // Unborn, or of no known birthday: never without a person.
  if (born === 0 || born > 3) return false;
  // One part of the birthday differs: only where the home, or something as near to it, is the same.
  if (born === 3 && !(place === 1 || place === 2 || is('email') === 1 || is('phone') === 1)) return false;
  if (given === 0 || given > 3) return false;
  // Many have it: the given name has to stand as it is, with the family name, in the same home.
  if (defaultBirthday && !(given <= 2 && family >= 1 && family <= 3 && (place === 1 || place === 2))) return false;
  // Alexander and Alexandra, Daniel and Daniela.
  if (given > 1 && is('sex') === 2) return false;
  if (family >= 1 && family <= 3) return true;
  // Another family name, or none: only the same child at the same address, to the day.
  return given <= 2 && born === 1 && place >= 1 && place <= 2;
}

/**
 * Whether what agrees are a birthday and a sex, which many children have: without a name, a home or another way to reach
 * them there is nothing to ask a person about.
 */
function isNobodyInParticular(levels: Levels): boolean {
  const is = (field: Field): number => levelOf(levels, field);
  const unnamed = is('given') === 0 && is('family') === 0;
  return unnamed && !(is('place') === 1 || is('place') === 2 || is('email') === 1 || is('phone') === 1);
}

/**
 * What two records come to: rules that say what they mean first, then the weights, never against negative evidence.
 * `twoNames`: the given names are alike, and each is given as it stands. `defaultBirthday`: both were born on a day that is
 * put where only the year is known.
 */
export function judge(
  levels: Levels,
  probability: number,
  {
    twoNames = false,
    defaultBirthday = false,
  }: { readonly twoNames?: boolean; readonly defaultBirthday?: boolean } = {},
): Judgement {
  if (levelOf(levels, 'nhs') === 2) return { rule: 'two-nhs-numbers', probability: 0, band: 'separate' };
  const numbered = byNumber(levels, probability);
  if (numbered) return numbered;
  if (isNobodyInParticular(levels)) {
    return { rule: 'weights', probability: Math.min(probability, unlikely), band: 'separate' };
  }
  if (possibleTwin(levels, twoNames)) return forReview('possible-twin', probability);
  if (levelOf(levels, 'upn') === 3 && probability >= reviewFrom) return forReview('two-upns', probability);
  if (probability >= linkFrom) {
    return speaksOfOnePerson(levels, defaultBirthday)
      ? { rule: 'weights', probability, band: 'link' }
      : forReview('weights', probability);
  }
  return { rule: 'weights', probability, band: probability >= reviewFrom ? 'review' : 'separate' };
}

const fieldWords: Readonly<Record<Field, string>> = {
  given: 'Given name',
  family: 'Family name',
  born: 'Date of birth',
  sex: 'Sex',
  place: 'Home',
  email: 'E-mail address',
  phone: 'Telephone number',
  upn: 'Unique pupil number',
  nhs: 'NHS number',
};

const ruleWords: Readonly<Partial<Record<MatchRule, string>>> = {
  'one-number-two-people': 'They carry the same number, but it may be another person’s.',
  'two-nhs-numbers': 'Records of the child carry two different NHS numbers.',
  'two-upns': 'They carry two different unique pupil numbers.',
  'possible-twin': 'They may be twins, or another brother or sister.',
};

/** What spoke for and against, a sentence a field, without any value. */
export function evidenceOf(levels: Levels, rule: MatchRule): string[] {
  const spoken = fields.flatMap((field) => {
    const level = levelOf(levels, field);
    return level === 0 ? [] : [`${fieldWords[field]}: ${levelNames[field][level] ?? ''}.`];
  });
  const words = ruleWords[rule];
  return words === undefined ? spoken : [words, ...spoken];
}
