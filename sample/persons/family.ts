import type { Random } from '../random.js';
import { drawHousehold, type PersonArea } from './household.js';
import type { TrueChild } from './person.js';
import { population } from './rates.js';
import { drawNamesake, drawTrueChild, type Birth } from './true-child.js';

/** Everyone under 26 is in question: EHC plans and the files of care leavers end at 25. */
const oldestDays = 9495;
/** Social care may meet an expected child from half-way. */
const expectedDays = 140;
const gapDays = { least: 330, most: 1800 } as const;
const mostChildren = 4;

/**
 * The children of one mother who are of the files' ages, none where she has none such; and in a household of its own
 * the rare stranger who shares name and birthday with one of them.
 */
export function drawFamilies(random: Random, area: PersonArea): readonly (readonly TrueChild[])[] {
  const births = drawBirths(random);
  if (births.length === 0) return [];
  const household = drawHousehold(random, area);
  const family: TrueChild[] = [];
  for (const birth of births) {
    if (birth.daysAgo < 0 && !(household.familyKnown && random.chance(population.unbornKnown))) continue;
    const children = random.chance(population.twinBirth) ? 2 : 1;
    for (let nth = 0; nth < children; nth++) family.push(drawTrueChild(random, area, household, birth, family));
  }
  const strangers = family
    .filter((child) => child.born && random.chance(population.namesake))
    .map((child) => [drawNamesake(random, area, drawHousehold(random, area), child)]);
  return [family, ...strangers];
}

/** Eldest first. The eldest may be long grown, so that every age is as common as the next. */
function drawBirths(random: Random): readonly Birth[] {
  const eldest = random.int(-expectedDays, oldestDays + (mostChildren - 1) * gapDays.most);
  const size = random.weighted(population.familySize);
  let daysAgo = eldest;
  return Array.from({ length: size }, (_, number) => {
    if (number > 0) daysAgo -= random.int(gapDays.least, gapDays.most);
    return { number, daysAgo };
  }).filter((birth) => -expectedDays <= birth.daysAgo && birth.daysAgo <= oldestDays);
}
