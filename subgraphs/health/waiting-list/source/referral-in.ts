import { Temporal } from 'temporal-polyfill';
import type { PersonEvidence } from '../../../../platform/ingest/record.js';
import type { FileSaid } from '../file-said.js';
import type { Draft } from './parse.js';
import { ethnicCategories, referralSources, yesOrNo } from './published-codes.js';

/** Where a referral stands, as far as what else is said of it has to go with that. */
interface Referral {
  readonly providerOds: string;
  readonly receivedOn: string;
  readonly statusOn: string;
}

type Told = Pick<
  FileSaid,
  | 'baselineOutcomeOn'
  | 'carePlanOn'
  | 'continuesFrom'
  | 'referralSource'
  | 'ethnicity'
  | 'confidential'
  | 'asAt'
  | 'ageAtReferral'
  | 'sex'
>;

/** What a row says of its referral beyond its status, and how old and of which sex the child was. */
export function referralIn(draft: Draft, referral: Referral, person: PersonEvidence): Told {
  const { receivedOn } = referral;
  return {
    baselineOutcomeOn: draft.ifToldOf('baseline_outcome_on', (column) => dateSince(draft, column, receivedOn)),
    carePlanOn: draft.ifToldOf('care_plan_on', (column) => dateSince(draft, column, receivedOn)),
    continuesFrom: draft.ifToldOf('continues_from', () => continuedIn(draft, referral)),
    referralSource: draft.ifToldOf('referral_source', () => sourceIn(draft)),
    ethnicity: draft.ifToldOf('ethnicity', (column) => draft.code(column, ethnicCategories, 'ethnic-category-unknown')),
    // A blank is not the young person's word that others may know.
    confidential: draft.code('confidential', yesOrNo, 'yes-or-no-unknown') ?? undefined,
    asAt: draft.ifToldOf('as_at', () => asAtIn(draft, referral)),
    ageAtReferral: ageOn(person.dateOfBirth ?? '', receivedOn),
    sex: person.sex,
  };
}

/** In whole years; null where a day is not known, or the days cannot be of one person. */
export function ageOn(born: string, day: string): number | null {
  if (born === '' || day === '' || day < born) return null;
  return Temporal.PlainDate.from(born).until(day, { largestUnit: 'years' }).years;
}

function dateSince(draft: Draft, column: 'baseline_outcome_on' | 'care_plan_on', receivedOn: string): string | null {
  const date = draft.date(column, 'event');
  if (date !== null && date < receivedOn) draft.reject('before-referral', `${column} is before received_on.`);
  return date;
}

/** The entry gone on from, by the name that is its own in the hub: its provider's code and its reference there. */
function continuedIn(draft: Draft, { providerOds }: Referral): string | null {
  const said = draft.text('continues_from');
  if (said === null) return null;
  const name = said.includes('|') ? said : `${providerOds}|${said}`;
  if (!/^[A-Z0-9]{3,10}\|./.test(name))
    draft.reject('continues-from-shape', "continues_from is neither an entry_ref nor 'ODS|entry_ref'.");
  if (name === `${providerOds}|${draft.text('entry_ref') ?? ''}`)
    draft.reject('continues-from-itself', 'continues_from is the row’s own entry_ref.');
  return name;
}

function sourceIn(draft: Draft): string | null {
  const code = draft.text('referral_source');
  // Two digits are a code of the community data set, whose list the hub does not hold.
  return code !== null && /^\d{2}$/.test(code)
    ? code
    : draft.code('referral_source', referralSources, 'referral-source-unknown');
}

function asAtIn(draft: Draft, { statusOn }: Referral): string | null {
  const asAt = draft.date('as_at', 'event');
  if (asAt !== null && asAt < statusOn) draft.reject('as-at-before-status', 'as_at is before status_on.');
  return asAt;
}
