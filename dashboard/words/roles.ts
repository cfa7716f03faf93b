import { capital } from './codes.js';

/** The roles of which a part is said by its letters, or otherwise than its code. */
const known: Readonly<Record<string, string>> = {
  senco: 'SENCO',
  'send-officer': 'SEND officer',
  'ehc-coordinator': 'EHC coordinator',
  'camhs-clinician': 'CAMHS clinician',
  'salt-therapist': 'SALT therapist',
  'ig-officer': 'information governance officer',
  'team-around-school-lead': 'lead of the team around the school',
};

/** A role within a sentence: `virtual-school-head` is virtual school head, and a SENCO stays one. */
export const roleWords = (role: string): string => known[role] ?? role.replaceAll('-', ' ');

/** What somebody is in a school’s team: as a directory words it, or a role of the hub’s by its code. */
export const seatText = (seat: string): string => (/^[a-z-]+$/.test(seat) ? capital(roleWords(seat)) : seat);
