import type { Clerk } from '../clerk.js';
import type { Home, TrueChild } from '../person.js';
import type { PersonRecord } from '../person-table.js';
import { habits, slips } from '../rates.js';
import { digitMistyped, mistyped } from './typing.js';

type Address = Pick<PersonRecord, 'address' | 'town' | 'postcode'>;

const abbreviations: Readonly<Partial<Record<string, string>>> = {
  Road: 'Rd',
  Street: 'St',
  Avenue: 'Ave',
  Close: 'Cl',
  Drive: 'Dr',
  Lane: 'Ln',
  Gardens: 'Gdns',
  Crescent: 'Cres',
  Court: 'Ct',
  Place: 'Pl',
  Terrace: 'Terr',
  Grove: 'Gr',
};

/** The home an agency knows of: the placement, the former home or where the child lives now. */
export function homeHeld({ random, agency }: Clerk, child: TrueChild): Home {
  if (child.placement && random.chance(habits.placementKnown[agency])) return child.placement;
  if (child.formerHome && random.chance(habits.formerHomeKept[agency])) return child.formerHome;
  return child.home;
}

/** A home in the agency's own style, with what was left out or mistyped. */
export function addressWritten(clerk: Clerk, home: Home): Address {
  const { random, agency, slip } = clerk;
  const missing = random.chance(slips.addressMissing * slip);
  const line = streetLine(clerk, home);
  const shown = random.chance(habits.capitals[agency]) ? line.toUpperCase() : line;
  return {
    address: missing ? '' : shown,
    town: missing ? '' : home.town,
    postcode: postcodeWritten(clerk, home.postcode),
  };
}

function streetLine({ random, agency, slip }: Clerk, { flat, house, street, kind }: Home): string {
  const name = random.chance(slips.mistypedStreet * slip) ? mistyped(random, street) : street;
  const short = random.chance(habits.shortStreet[agency]) ? (abbreviations[kind] ?? kind) : kind;
  const comma = /^\d/.test(house) ? '' : ',';
  const line = `${house}${comma} ${name} ${short}`;
  if (flat === null) return line;
  const door = `Flat ${String(flat)}`;
  return random.chance(habits.flatLast[agency]) ? `${line} ${door}` : `${door}, ${line}`;
}

function postcodeWritten({ random, agency, slip }: Clerk, postcode: string): string {
  if (random.chance(slips.postcodeMissing * slip)) return '';
  let text = postcode;
  if (random.chance(slips.postcodeMistyped * slip)) {
    const inward = text.indexOf(' ') + 1;
    text = random.chance(0.5)
      ? text.slice(0, inward) + digitMistyped(random, text.charAt(inward), 0) + text.slice(inward + 1)
      : mistyped(random, text);
  }
  return random.chance(habits.unspacedPostcode[agency]) ? text.replace(' ', '') : text;
}
