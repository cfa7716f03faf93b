import { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import type { Roll } from './rolls.js';
import { KeptEnrolmentRow } from './kept-enrolment.row.js';
import { oneOfEach } from '../cohort/one-of-each.js';

const enrolment = Columns.of(KeptEnrolmentRow).without('sourceDomain', 'sourceTier');

/** Makes the copy of these children's rolls what is given, and of those not given nothing. */
export async function replaceEnrolments(
  writing: Writing,
  children: readonly string[],
  given: ReadonlyMap<string, readonly Roll[]>,
): Promise<void> {
  const rows = [...given].flatMap(([childId, rolls]) =>
    oneOfEach(rolls, ({ schoolUrn, from, status }) => JSON.stringify([schoolUrn, from, status])).map((one) => ({
      ...one,
      childId,
    })),
  );
  await writing.replace(enrolment, children, rows);
}
