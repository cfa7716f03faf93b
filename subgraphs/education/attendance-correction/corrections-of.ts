import { randomUUID } from 'node:crypto';
import { unpackWeek } from '../../../platform/code-sets/marks.js';
import { schoolDays, SESSIONS } from '../../../platform/code-sets/register-week.js';
import { Defect } from '../../../platform/errors/hub-error.js';
import type { NewCorrection } from './made-corrections.repository.js';

/** A week of one enrolment as files give it: ten codes, null where none is given, and by which file each is. */
interface GivenMarks extends Pick<NewCorrection, 'childId' | 'enrolmentId' | 'urn'> {
  readonly weekBeginning: string;
  readonly codes: readonly (string | null)[];
  readonly files: readonly (string | null)[];
}

/**
 * What a file puts right of a week’s marks as they were held: a session that had a mark and is given another. The first mark of a
 * session is no correction, nor is the same again, and a blank takes nothing back.
 */
export function correctionsOf(held: Uint8Array, given: GivenMarks, recordedAt: string): NewCorrection[] {
  const { childId, enrolmentId, urn, weekBeginning } = given;
  const days = schoolDays(weekBeginning);
  return unpackWeek(held).flatMap((was, slot) => {
    const became = given.codes[slot] ?? null;
    if (was === null || became === null || was === became) return [];
    const [on, session] = [days[Math.floor(slot / SESSIONS.length)], SESSIONS[slot % SESSIONS.length]];
    const file = given.files[slot] ?? null;
    if (on === undefined || session === undefined || file === null) throw new Defect('A mark was given by no file.');
    return [{ id: randomUUID(), childId, enrolmentId, urn, on, session, was, became, file, recordedAt }];
  });
}
