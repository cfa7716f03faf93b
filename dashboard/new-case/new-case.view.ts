import type { FieldFault } from '../component/form.js';
import type { IdentifierType } from '../gateway/operations.generated.js';
import { isDay } from '../words/dates.js';

interface Kind {
  readonly value: IdentifierType;
  readonly text: string;
}

const socialCare: Kind = { value: 'SOCIAL_CARE_ID', text: 'Social care number' };
const health: Kind = { value: 'NHS_NUMBER', text: 'NHS number' };
const pupil: Kind = { value: 'UPN', text: 'Unique pupil number' };
const learner: Kind = { value: 'ULN', text: 'Unique learner number' };

/** By whose numbers a role names a child: its own domain's. The hub says so too, whatever a form says. */
const ofRole: Readonly<Record<string, readonly Kind[]>> = {
  'social-worker': [socialCare],
  'camhs-clinician': [health],
  'salt-therapist': [health],
  'educational-psychologist': [pupil, learner],
  'ehc-coordinator': [pupil, learner],
  'match-reviewer': [health, pupil, learner, socialCare],
};

/** The kinds of number by which somebody of this role takes a child on; none where the role takes on no cases. */
export const kindsOf = (role: string): readonly Kind[] => ofRole[role] ?? [];

/** Whether what is taken up is that two children are taken for one, and not a case. */
export const isReviewer = (role: string): boolean => role === 'match-reviewer';

/** What of a new case is missing, or cannot be. */
export function newCaseFaults(form: Readonly<Record<string, string>>, role: string): FieldFault[] {
  const { identifierType = '', identifier = '', dateOfBirth = '', reason = '' } = form;
  const faults: FieldFault[] = [];
  if (!kindsOf(role).some(({ value }) => value === identifierType))
    faults.push({ field: 'identifierType', words: 'Choose which kind of number it is.' });
  if (identifier.trim() === '') faults.push({ field: 'identifier', words: 'Enter the child’s number.' });
  if (!isDay(dateOfBirth)) faults.push({ field: 'dateOfBirth', words: 'Enter the date of birth as a date.' });
  if (reason.trim().length < 10)
    faults.push({ field: 'reason', words: 'Enter why, in ten letters or more: those responsible will read it.' });
  return faults;
}

/** Said for every reason why nobody was found, so that it tells none of them apart. */
export const nobody =
  'No one child whom you can take on has this number and date of birth. Check both with whoever gave them to you.';
