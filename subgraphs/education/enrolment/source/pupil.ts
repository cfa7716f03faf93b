import { tidyName } from '../../../../platform/identity-client/identifier/name.js';
import { hashedKey, identifiersOf, upnIn } from '../../../../platform/ingest/person-field.js';
import type { RecordDraft } from '../../../../platform/ingest/record-draft.js';
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

/** The columns by which a school's other files say who a pupil is. */
const who = ['urn', 'upn', 'surname', 'forename', 'dob'] as const;
type PupilDraft = RecordDraft<(typeof who)[number]>;

/** The pupil that a row of one of a school's other files is of: what it says is who, and nothing besides. */
export function pupilIn(draft: PupilDraft, urn: string): PersonEvidence {
  return draft.asBefore(who, () => toldIn(draft, urn));
}

function toldIn(draft: PupilDraft, urn: string): PersonEvidence {
  const upn = upnIn(draft, 'upn');
  const family = tidyName(draft.required('surname'));
  const given = tidyName(draft.required('forename'));
  const dateOfBirth = draft.requiredDate('dob', 'birth');
  const { source, sourceKey } = pupilKey({ urn, upn, family, given, dateOfBirth });
  return {
    ...{ source, sourceKey, given, family, dateOfBirth },
    ...{ preferred: null, previousFamily: null, sex: 'UNKNOWN', postcode: null },
    identifiers: identifiersOf(['UPN', upn]),
  };
}
