import { council } from './area.js';

/** The letters a UPN's check may be: I, O and S are left out. Source: DfE UPN guidance. */
const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ';
/** Serials below this belong to the story children, whose identifiers never move. */
const firstOpenSerial = 1000;
/** NHS numbers of the test range 999 have six free digits before the check digit. */
const openSerials = 1_000_000 - firstOpenSerial;

/** A UPN of our council: check letter, authority, establishment, year first allocated, serial. domain.md §1.7. */
export function upn(establishment: string, yearAllocated: number, serial: number): string {
  const digits = `${council.code}${establishment}${String(yearAllocated % 100).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (index + 2), 0);
  return `${upnLetters.charAt(sum % 23)}${digits}`;
}

/** The NHS number of the test range 999 with these six free digits; null where modulus 11 gives none. domain.md §1.7. */
export function nhsNumber(serial: number): string | null {
  const digits = `999${String(serial).padStart(6, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? null : `${digits}${String(check)}`;
}

/** Hands out identifiers that no other child has. `year` starts each establishment's serials at 101: below are stories. */
export class Identifiers {
  private readonly serials = new Map<string, number>();
  private nhsSerial = 0;
  private socialCareSerial = 100_100;

  nextUpn(establishment: string, yearAllocated: number): string {
    const key = `${establishment}${String(yearAllocated)}`;
    const serial = (this.serials.get(key) ?? 100) + 1;
    this.serials.set(key, serial);
    return upn(establishment, yearAllocated, serial);
  }

  /** Scattered over the range by a step that shares no factor with it, so that none comes twice. */
  nextNhsNumber(): string {
    for (;;) {
      const number = nhsNumber(firstOpenSerial + ((this.nhsSerial++ * 617_531) % openSerials));
      if (number !== null) return number;
    }
  }

  nextSocialCareId(): string {
    return `A${String(++this.socialCareSerial)}`;
  }
}
