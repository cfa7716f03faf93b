import type { Clerk } from '../clerk.js';
import { calledNames } from '../../names/called-names.js';
import { familyTransliterations, transliterations } from '../../names/spellings.js';
import type { TrueChild } from '../person.js';
import { habits, slips } from '../rates.js';
import { nameWritten } from './name-forms.js';

/** A child's names in one record, and the spelling the clerk had in mind, before any slip of the hand. */
export interface NamesHeld {
  readonly given: string;
  readonly family: string;
  readonly previousFamily: string;
  /** Of the first given name; null where the record has another name in its place. */
  readonly givenSpelling: string | null;
  /** Of the present family name; null where the record has the former. */
  readonly familySpelling: string | null;
}

export function namesHeld(clerk: Clerk, child: TrueChild): NamesHeld {
  const { random, slip } = clerk;
  const { text: givenText, spelling: givenSpelling } = givenHeld(clerk, child);
  const former = child.formerFamily !== '' && random.chance(habits.formerFamilyKept[clerk.agency]);
  const noted = child.formerFamily !== '' && !former && random.chance(habits.formerFamilyNoted[clerk.agency]);
  const familyMeant = spelt(clerk, former ? child.formerFamily : child.family, familyTransliterations);
  const inCapitals = random.chance(habits.capitals[clerk.agency]);
  const familyText = nameWritten(clerk, familyMeant);
  const boxes = [givenText, inCapitals ? familyText.toUpperCase() : familyText];
  if (random.chance(slips.swapped * slip)) boxes.reverse();
  return {
    given: boxes[0] ?? '',
    family: boxes[1] ?? '',
    previousFamily: noted ? child.formerFamily : '',
    givenSpelling,
    familySpelling: former ? null : familyMeant,
  };
}

function givenHeld(clerk: Clerk, child: TrueChild): { readonly text: string; readonly spelling: string | null } {
  const { random, agency, slip } = clerk;
  const bySecond = child.given === 'Muhammad' ? habits.calledBySecondOfMuhammad : habits.calledBySecondName;
  if (child.second !== '' && random.chance(bySecond[agency])) {
    return { text: nameWritten(clerk, child.second), spelling: null };
  }
  const called = calledNames.get(child.given);
  if (called && random.chance(habits.calledName[agency])) return { text: random.pick(called), spelling: null };
  if (random.chance(slips.initialOnly * slip)) return { text: child.given.charAt(0), spelling: null };
  const spelling = spelt(clerk, child.given, transliterations);
  const text = nameWritten(clerk, spelling);
  const withSecond = child.second !== '' && random.chance(habits.secondNameAdded[agency]);
  return { text: withSecond ? `${text} ${child.second}` : text, spelling };
}

/** The family's own spelling, or the clerk's. */
function spelt({ random, agency }: Clerk, name: string, spellings: ReadonlyMap<string, readonly string[]>): string {
  const choices = spellings.get(name);
  return choices && random.chance(habits.transliterated[agency]) ? random.pick(choices) : name;
}
