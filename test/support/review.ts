import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import { operations } from '../../cli/schema-files.js';
import { settle } from './settle.js';
import type { GatewayBody, TestHub } from './hub.js';

export const reviewer = { persona: 'match-reviewer' } as const;

const person = { surname: 'Testcase', dob: '2015-05-01', sex: 'F', postcode: 'ZZ99 9ZZ' };
export const roll = {
  ...{
    urn: '900001',
    upn: '',
    former_upn: '',
    ...person,
    forename: 'Robin',
    preferred_forename: '',
    former_surname: '',
  },
  ...{ nc_year: '6', enrol_status: 'C', entry_date: '2024-09-02', leaving_date: '', sen_provision: 'K' },
  ...{ sen_need_primary: 'SLCN', sen_need_secondary: '', fsm: '0', adopted_from_care: 'N' },
};
export const waits = {
  ...{ provider_ods: 'XAC01', provider_name: '', entry_ref: 'XAC01-REVIEW', nhs_number: '9990000018', ...person },
  ...{ forename: 'Jordan', service: 'CAMHS', status: 'ACCEPTED_WAITING', status_on: '2026-09-01', priority: 'ROUTINE' },
  ...{ received_on: '2026-06-01', next_step: '', next_appointment_on: '', support_while_waiting: '', referred_by: '' },
  ...{ reason: '', clinician_name: '' },
};
export const caseOf = {
  ...{ la_code: '990', la_child_id: 'REVIEW1', ...person, forename: 'Jordan', expected_dob: '' },
  ...{ nhs_number: '9990000018', worker_id: 'sw-001', worker_name: 'Jo Marsden', worker_contact: '', team: '' },
  ...{ allocated_from: '2026-03-02', allocated_until: '' },
};

/** Takes in a file of one line; the feeds are not waited for. */
export async function takeIn(at: TestHub, source: string, row: Readonly<Record<string, string>>): Promise<void> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-review-')), `${source}.csv`);
  writeFileSync(file, `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
  expect(await ingestFiles(at.assembly, source, [file])).toMatchObject({ read: 1, rejected: {} });
}

export async function arrive(at: TestHub, source: string, row: Readonly<Record<string, string>>): Promise<void> {
  await takeIn(at, source, row);
  await settle(at);
}

export const run = async (at: TestHub, as: Parameters<TestHub['post']>[0], name: string, variables: object) => {
  const text = operations().find((operation) => operation.name === name)?.text ?? '';
  return (await at.post(as, text, { ...variables })).body;
};

export interface Review {
  readonly id: string;
  readonly source: string;
  readonly version: number;
  readonly record: { readonly id: string; readonly name: { readonly given: string } };
  readonly candidates: readonly {
    readonly child: { readonly id: string } | null;
    readonly evidence: readonly string[];
  }[];
}

export async function queue(at: TestHub, variables: object = { first: 100 }): Promise<readonly Review[]> {
  const body = await run(at, reviewer, 'match-reviews', variables);
  expect(body.errors).toBeUndefined();
  return body.data?.['matchReviews'] as Review[];
}

export const confirm = (at: TestHub, over: object) =>
  run(at, reviewer, 'confirm-match', { idempotencyKey: randomUUID(), ...over });
export const codes = ({ errors }: GatewayBody): string[] => (errors ?? []).map(({ extensions }) => extensions.code);

interface Records {
  readonly id: string;
  readonly recordsVersion: number;
  readonly sourceRecords: readonly { readonly id: string; readonly source: string; readonly identifiers?: unknown[] }[];
}

export const recordsOf = async (at: TestHub, id: string): Promise<Records | null> =>
  (await run(at, reviewer, 'source-records', { id })).data?.['child'] as Records | null;

/** The records of a child whom the reviewer is shown. */
export async function shownRecords(at: TestHub, id: string): Promise<Records> {
  const records = await recordsOf(at, id);
  if (records === null) throw new Error('The reviewer is shown no records of this child.');
  return records;
}
