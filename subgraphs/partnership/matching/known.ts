import { normaliseName } from '../../../platform/identity-client/identifier/name.js';
import { isNhsNumber, normaliseNhsNumber } from '../../../platform/identity-client/identifier/nhs-number.js';
import { normalisePostcode } from '../../../platform/identity-client/identifier/postcode.js';
import { normaliseUpn, upnFault } from '../../../platform/identity-client/identifier/upn.js';
import { type KnownName, knownName } from './known-name.js';
import { formsOf } from './name-forms.js';
import type { Person } from './person.js';

/** Year, month and day; 0 each where no date is known. */
export interface KnownDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A record in the one form in which it is compared: computed once, compared many times. */
export interface Known {
  readonly given: KnownName;
  /** The one spelling of the given name, what it is short for, and the name the person goes by. */
  readonly forms: readonly string[];
  readonly family: KnownName;
  readonly formerFamilies: readonly KnownName[];
  readonly born: KnownDate;
  /** `F`, `M`, or empty. */
  readonly sex: string;
  readonly postcode: string;
  /** The postcode before its space: a town or a part of one. */
  readonly outcode: string;
  /** The address's words, sorted, without the postcode. */
  readonly address: readonly string[];
  readonly town: string;
  readonly email: string;
  readonly phone: string;
  /** Only where the check letter is right; several where one took another's place. */
  readonly upns: readonly string[];
  /** Only where valid; several where one superseded another. */
  readonly nhsNumbers: readonly string[];
}

const noDate: KnownDate = { year: 0, month: 0, day: 0 };

// Of February in a year that has one more.
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year, month and day of an ISO date; none where it is no date. */
export function knownDate(text: string | null): KnownDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text ?? '');
  const [year, month, day] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0)];
  if (year === 0 || day === 0 || day > (monthDays[month - 1] ?? 0)) return noDate;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !leap ? noDate : { year, month, day };
}

const sexes: Readonly<Record<string, string>> = { F: 'F', FEMALE: 'F', '2': 'F', M: 'M', MALE: 'M', '1': 'M' };

const plain = (text: string | null): string => (text ?? '').trim().toUpperCase();

/** Short forms of words that every address has. */
const shortWords: Readonly<Record<string, string>> = {
  STREET: 'ST',
  ROAD: 'RD',
  AVENUE: 'AVE',
  LANE: 'LN',
  DRIVE: 'DR',
  CLOSE: 'CL',
  CRESCENT: 'CRES',
  COURT: 'CT',
  PLACE: 'PL',
  GARDENS: 'GDNS',
  TERRACE: 'TERR',
  SQUARE: 'SQ',
  GROVE: 'GR',
  HOUSE: 'HSE',
  APARTMENT: 'FLAT',
  SAINT: 'ST',
};

const postcodeInAddress = /\b([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2})\s*$/;

function addressWords(text: string | null): readonly string[] {
  const words = plain(text)
    .replace(postcodeInAddress, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => shortWords[word] ?? word);
  return [...new Set(words)].sort();
}

/** The postcode given, else the one the address ends with; one of another country stays as it is written. */
function postcodeOf({ postcode, address }: Person): string {
  const given = plain(postcode) || (postcodeInAddress.exec(plain(address))?.[1] ?? '');
  return normalisePostcode(given) ?? given.replace(/\s/g, '');
}

// The last nine digits: what +44 and 0 stand before alike.
const digitsOf = (text: string | null): string => {
  const digits = (text ?? '').replace(/\D/g, '').slice(-9);
  return digits.length === 9 ? digits : '';
};

/** What an agency may add to what a file can say of a person. */
export interface More {
  readonly preferred?: string | null;
  readonly formerFamilies?: readonly string[];
  readonly upns?: readonly string[];
  readonly nhsNumbers?: readonly string[];
}

/** A record in the one form in which it is compared. A number that fails its check is as if nothing was said. */
export function knownPerson(person: Person, more: More = {}): Known {
  const given = knownName(person.given);
  const upns = [person.upn ?? '', ...(more.upns ?? [])].map(normaliseUpn).filter((upn) => upnFault(upn) === null);
  const numbers = [person.nhsNumber ?? '', ...(more.nhsNumbers ?? [])].map(normaliseNhsNumber).filter(isNhsNumber);
  const postcode = postcodeOf(person);
  const former = [person.previousFamily, ...(more.formerFamilies ?? [])].map(knownName);
  return {
    given,
    forms: [...new Set([...formsOf(given), ...formsOf(knownName(more.preferred ?? null)).slice(0, 1)])],
    family: knownName(person.family),
    formerFamilies: former.filter(({ whole }) => whole !== ''),
    born: knownDate(person.dateOfBirth),
    sex: sexes[plain(person.sex)] ?? '',
    postcode,
    outcode: postcode.includes(' ') ? (postcode.split(' ')[0] ?? '') : '',
    address: addressWords(person.address),
    town: normaliseName(person.town ?? ''),
    email: plain(person.email).includes('@') ? plain(person.email) : '',
    phone: digitsOf(person.phone),
    upns: [...new Set(upns)],
    nhsNumbers: [...new Set(numbers)],
  };
}
