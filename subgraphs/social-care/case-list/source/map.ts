import type { DateBounds } from '../../../../platform/ingest/bounds.js';
import { identifiersOf, nameIn, nhsNumberIn, postcodeIn, sexIn } from '../../../../platform/ingest/person-field.js';
import { RecordDraft } from '../../../../platform/ingest/record-draft.js';
import type { MapResult, Parsed, PersonEvidence } from '../../../../platform/ingest/record.js';
import { caseListRecords } from '../../case-system.js';
import { WorkerRole } from '../../../../platform/vocabulary/worker-role.js';
import type { AllocationFact } from './fact.js';
import type { CaseListFields } from './parse.js';

type Draft = RecordDraft<keyof CaseListFields>;

/** One child of a case list, and the allocation where a worker is given. A child may be unborn, without name or date. */
export function map(parsed: Parsed<CaseListFields>, bounds: DateBounds): MapResult<AllocationFact> {
  const draft = new RecordDraft(parsed, bounds);
  const council = draft.shaped('la_code', /^\d{3}$/, 'la-code-shape', 'three digits');
  return draft.finish(personOf(draft, council), allocationsOf(draft, council));
}

function personOf(draft: Draft, council: string): PersonEvidence {
  const id = draft.shaped('la_child_id', /^[\w-]{1,20}$/, 'child-id-shape', 'up to 20 letters, digits and hyphens');
  const key = `${council}/${id}`;
  draft.unkeptDate('expected_dob', 'expected-birth');
  return {
    source: `${caseListRecords.name}:${council}`,
    sourceKey: key,
    given: nameIn(draft, 'forename'),
    family: nameIn(draft, 'surname'),
    preferred: null,
    previousFamily: null,
    dateOfBirth: draft.date('dob', 'birth'),
    sex: sexIn(draft, 'sex'),
    postcode: postcodeIn(draft, 'postcode'),
    identifiers: identifiersOf(['SOCIAL_CARE_ID', key], ['NHS_NUMBER', nhsNumberIn(draft, 'nhs_number')]),
  };
}

function allocationsOf(draft: Draft, council: string): AllocationFact[] {
  const workerId = draft.text('worker_id');
  if (workerId === null) return [];
  const from = draft.requiredDate('allocated_from', 'planned');
  const until = draft.date('allocated_until', 'ahead');
  const role = draft.code('worker_role', WorkerRole, 'worker-role-unknown') ?? WorkerRole.SOCIAL_WORKER;
  // Of no day: the council takes the allocation back.
  if (until !== from) draft.interval(from, until, ['allocated_from', 'allocated_until']);
  return [
    {
      kind: 'allocation',
      council,
      workerId,
      workerName: nameIn(draft, 'worker_name'),
      workerContact: draft.text('worker_contact'),
      role,
      team: draft.text('team'),
      managerId: draft.text('manager_id'),
      from,
      until,
    },
  ];
}
