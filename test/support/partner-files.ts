import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ingestFiles } from '../../cli/ingest.js';
import { nhsNumber, upn } from '../../sample/identifiers.js';
import type { IngestCounts } from '../../platform/ingest/ingest-counts.js';
import type { IngestOptions } from '../../platform/ingest/ingest-options.js';
import type { TestHub } from './hub.js';

/** A line of a file, by its columns. */
export type Line = Readonly<Record<string, string>>;

/** An invented pupil, as every school's file names one. */
export interface Pupil {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly dob: string;
}

const letters = (n: number): string => String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26));

/** The pupil of a number: nobody else has the UPN, and no two have names that could be one child's. */
export function pupil(n: number): Pupil {
  const name = letters(n);
  return {
    upn: upn('4321', 20, n),
    surname: `Q${name}wick${name}`,
    forename: `Z${name}dor${name}`,
    dob: `2014-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`,
  };
}

/** A school's roll names the pupil. `left` empty while on it. */
export const onRoll = (of: Pupil, urn: string, from: string, left = '', over: Line = {}): Line => ({
  ...{ urn, upn: of.upn, former_upn: '', surname: of.surname, forename: of.forename, preferred_forename: '' },
  ...{ former_surname: '', dob: of.dob, sex: 'F', postcode: '', nc_year: '7', enrol_status: 'C', entry_date: from },
  ...{ leaving_date: left, sen_provision: 'N', sen_need_primary: '', sen_need_secondary: '', fsm: '' },
  ...{ adopted_from_care: 'N', ...over },
});

/** A school marks two sessions of a day. */
export const marked = (of: Pupil, urn: string, date: string, am: string, pm: string): Line => ({
  ...{ urn, upn: of.upn, surname: of.surname, forename: of.forename, dob: of.dob, date, am, pm },
});

/** A school suspends the pupil from the morning of a day, for some sessions. */
export const suspended = (of: Pupil, urn: string, startedOn: string, sessions: string, over: Line = {}): Line => ({
  ...{ urn, upn: of.upn, surname: of.surname, forename: of.forename, dob: of.dob, started_on: startedOn },
  ...{ session: '', sessions, lunchtimes: '', category: 'SUSP', reasons: '', cancelled_on: '', sessions_served: '' },
  ...{ provision_on: '', provider: '', ...over },
});

const person = ({ surname, forename, dob }: Pupil): Line => ({ surname, forename, dob, sex: 'F', postcode: '' });

/** A provider lists the child, by a number of the child's own. */
export const listed = (of: Pupil, status: string, over: Line = {}): Line => ({
  ...{ provider_ods: 'XAC01', provider_name: '', entry_ref: `REF-${of.upn}`, nhs_number: numberOf(of), ...person(of) },
  ...{ service: 'CAMHS', status, status_on: '2026-11-02', priority: '', received_on: '2026-09-07', next_step: '' },
  ...{ next_appointment_on: '', support_while_waiting: '', referred_by: '', reason: '', clinician_name: 'Imre Valdez' },
  ...over,
});

/** An NHS number of the test range for every pupil number; not every six digits make one. */
export function numberOf({ upn: of }: Pupil): string {
  const serial = Number(of.slice(-3)) * 10;
  return nhsNumber(serial) ?? nhsNumber(serial + 1) ?? '';
}

/** A council's case list names the child's worker. */
export const allocated = (of: Pupil, workerId: string, from: string, until = '', over: Line = {}): Line => ({
  ...{
    la_code: '990',
    la_child_id: `C${of.upn}`,
    ...person(of),
    expected_dob: '',
    nhs_number: '',
    worker_id: workerId,
  },
  ...{ worker_name: `Worker ${workerId}`, worker_contact: '', team: '', allocated_from: from, allocated_until: until },
  ...over,
});

/** A source asks for one of its records to be deleted. */
export const deletion = (source: string, key: string): Line => ({
  source,
  source_key: key,
  reason: 'ENTERED_IN_ERROR',
});

/** Takes lines in as one file of a source. Nothing may be left out of it. */
export async function take(
  hub: Pick<TestHub, 'assembly'>,
  source: string,
  lines: readonly Line[],
  options: Pick<IngestOptions, 'batch' | 'dryRun'> = {},
): Promise<IngestCounts> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-files-')), `${source}.csv`);
  const columns = Object.keys(lines[0] ?? {});
  const text = [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))];
  writeFileSync(file, text.map((row) => `${row.join(',')}\n`).join(''));
  const counts = await ingestFiles(hub.assembly, source, [file], options);
  if (Object.keys(counts.rejected).length > 0 || counts.review > 0) throw new TypeError(JSON.stringify(counts));
  return counts;
}
