import { hashedKey } from '../../../../platform/ingest/person-field.js';
import type { PersonEvidence } from '../../../../platform/ingest/record.js';
import { schoolRoll } from './school-roll.js';

/** What a school's file says of a pupil, whichever of its files it is. */
export interface PupilWords {
  readonly urn: string;
  /** Right, or null. */
  readonly upn: string | null;
  readonly family: string;
  readonly given: string;
  readonly dateOfBirth: string;
}

/**
 * The source and key of a pupil. The roll and the registers of one school use the same, so that a mark belongs to the
 * pupil of the roll even where neither holds a right number.
 */
export function pupilKey(pupil: PupilWords): Pick<PersonEvidence, 'source' | 'sourceKey'> {
  const { urn, upn, family, given, dateOfBirth } = pupil;
  return { source: `${schoolRoll.name}:${urn}`, sourceKey: upn ?? hashedKey(urn, family, given, dateOfBirth) };
}
