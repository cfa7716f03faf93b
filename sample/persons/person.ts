import type { Person } from '../person/person.js';

/** Who writes children down. */
export const agencies = ['education', 'health', 'social-care'] as const;
export type Agency = (typeof agencies)[number];

/** Where a child lives, or lived. */
export interface Home {
  /** Number of the flat; null in a house. */
  readonly flat: number | null;
  /** A number, or the name of a house. */
  readonly house: string;
  readonly street: string;
  /** Road, Street, Close. */
  readonly kind: string;
  readonly town: string;
  readonly postcode: string;
}

/** How a parent, or a grown child, is reached. Blank where there is none. */
export interface Contact {
  /** Eleven digits of the unassigned area code 01632. */
  readonly phone: string;
  readonly email: string;
}

/** Who a child is, whatever anyone has written down. */
export interface TrueChild extends Person {
  /** The second given name; blank for none. */
  readonly second: string;
  readonly born: boolean;
  /** Whole years at the as-at date; -1 for the unborn. */
  readonly age: number;
  readonly home: Home;
  readonly formerHome: Home | null;
  /** Where a looked-after child is placed. */
  readonly placement: Home | null;
  /** The parent usually asked comes first. */
  readonly contacts: readonly [Contact, ...Contact[]];
  readonly upn: string | null;
  readonly nhsNumber: string;
  /** Children of one birth of one mother have the same number within the family. */
  readonly birth: number;
  /** Whether social care has opened a file on the family at any time. */
  readonly familyKnown: boolean;
}
