import type { Random } from '../random.js';
import type { Clerk } from './clerk.js';
import type { Contact, TrueChild } from './person.js';
import type { PersonRecord } from './person-table.js';
import { habits, slips, staleUnborn } from './rates.js';
import { dateWritten } from './slip/date-written.js';
import { addressWritten, homeHeld } from './slip/home-held.js';
import { namesHeld, type NamesHeld } from './slip/name-held.js';
import { numbersHeld } from './slip/numbers-held.js';
import { mistyped } from './slip/typing.js';

/** One record, with what its clerk had in mind: by it one knows why two records of a child differ. */
export interface WrittenRecord extends Pick<NamesHeld, 'givenSpelling' | 'familySpelling'> {
  readonly agency: Clerk['agency'];
  readonly record: PersonRecord;
  /** Whether it stands from before the birth. */
  readonly unborn: boolean;
  /** Postcode of the home meant; null where the record has no address at all. */
  readonly livesAt: string | null;
}

/** What one agency writes of one child. */
export function writtenRecord(clerk: Clerk, child: TrueChild, siblings: readonly TrueChild[]): WrittenRecord {
  const { random, agency } = clerk;
  const home = homeHeld(clerk, child);
  const shared = { ...addressWritten(clerk, home), ...contactHeld(clerk, child.contacts) };
  const livesAt = shared.address === '' && shared.postcode === '' ? null : home.postcode;
  const stale = agency === 'social-care' && child.age === 0 && random.chance(staleUnborn);
  if (!child.born || stale) {
    const record = { ...unborn(random, child), ...shared };
    return { agency, record, unborn: true, livesAt, givenSpelling: null, familySpelling: null };
  }
  const { givenSpelling, familySpelling, ...names } = namesHeld(clerk, child);
  const record = {
    ...names,
    dateOfBirth: dateWritten(clerk, child.dateOfBirth),
    sex: sexWritten(clerk, child.sex),
    ...shared,
    ...numbersHeld(clerk, child, siblings),
  };
  return { agency, record, unborn: false, livesAt, givenSpelling, familySpelling };
}

/** A child who is expected has the mother's name and home, and nothing of its own. */
function unborn(
  random: Random,
  { family }: TrueChild,
): Omit<PersonRecord, 'address' | 'town' | 'postcode' | 'phone' | 'email'> {
  const given = random.weighted([
    ['Baby', 6],
    ['Unborn', 2],
    ['', 2],
  ]);
  return { given, family, previousFamily: '', dateOfBirth: '', sex: '', upn: '', nhsNumber: '' };
}

function sexWritten({ random, slip }: Clerk, sex: 'F' | 'M'): string {
  if (random.chance(slips.sexMissing * slip)) return '';
  return random.chance(slips.sexWrong * slip) ? (sex === 'F' ? 'M' : 'F') : sex;
}

function contactHeld({ random, agency, slip }: Clerk, contacts: TrueChild['contacts']): Contact {
  const other = random.chance(habits.otherParent[agency]);
  const contact = (other ? contacts[1] : undefined) ?? contacts[0];
  const email = random.chance(habits.emailHeld[agency]) ? contact.email : '';
  const phone = random.chance(habits.phoneHeld[agency]) ? contact.phone : '';
  return {
    email: email !== '' && random.chance(slips.mistypedEmail * slip) ? mistyped(random, email) : email,
    phone: phone !== '' && random.chance(habits.spacedPhone[agency]) ? `${phone.slice(0, 5)} ${phone.slice(5)}` : phone,
  };
}
