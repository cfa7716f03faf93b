import { councilCode } from '../../../../platform/vocabulary/council-code.js';
import { WorkerRole } from '../../../../platform/vocabulary/worker-role.js';
import type { Column } from '../../../../platform/ingest/record.js';

/** One row a child and allocated worker, from a council's case system. Our own format: UTF-8, ISO dates. */
export const columns = [
  { name: 'la_code', required: true, meaning: 'Local authority code, 3 digits', example: councilCode },
  {
    name: 'la_child_id',
    required: true,
    meaning: "The council's own id of the child; the same number as LAchildID in CIN and CHILD in SSDA903",
    example: 'SC100042',
  },
  { name: 'forename', required: false, meaning: 'Forename; blank where not yet named', example: 'Thaddeus' },
  { name: 'surname', required: false, meaning: 'Surname', example: 'Okafor' },
  { name: 'dob', required: false, meaning: 'Date of birth, yyyy-mm-dd; blank before birth', example: '2015-02-11' },
  {
    name: 'expected_dob',
    required: false,
    meaning: 'Expected date of birth of an unborn child, yyyy-mm-dd',
    example: '',
  },
  { name: 'sex', required: false, meaning: 'F, M or U (unknown)', example: 'M' },
  { name: 'postcode', required: false, meaning: 'Postcode of the home', example: 'ZZ99 3CZ' },
  {
    name: 'nhs_number',
    required: false,
    meaning: 'NHS number, 10 digits; left out where its check digit is wrong',
    example: '9990000018',
  },
  { name: 'worker_id', required: false, meaning: "The council's id of the allocated worker", example: 'SW0107' },
  { name: 'worker_name', required: false, meaning: 'Name of the allocated worker', example: 'Ros Tennant' },
  {
    name: 'worker_contact',
    required: false,
    meaning: 'Work e-mail or telephone of the allocated worker',
    example: 'ros.tennant@aldermere.example',
  },
  {
    name: 'worker_role',
    required: false,
    mayLack: true,
    meaning: `As what the worker is allocated: ${Object.values(WorkerRole).join(', ')}; blank is SOCIAL_WORKER`,
    example: 'SOCIAL_WORKER',
  },
  { name: 'team', required: false, meaning: 'Team of the allocated worker', example: 'Children in Need North' },
  {
    name: 'manager_id',
    required: false,
    mayLack: true,
    meaning: "The council's id of the manager of that team, who sees the child while the allocation holds",
    example: 'SWM012',
  },
  {
    name: 'allocated_from',
    required: false,
    meaning: 'First day of the allocation, yyyy-mm-dd; required where a worker is given',
    example: '2025-06-02',
  },
  {
    name: 'allocated_until',
    required: false,
    meaning:
      'First day the allocation no longer held, yyyy-mm-dd; blank while it holds; the same day as allocated_from takes back an allocation that never was',
    example: '',
  },
] as const satisfies readonly Column[];
