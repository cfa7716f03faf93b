import { Columns, type RowOf } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';
import { AttendanceCorrectionRow } from './attendance-correction.row.js';

const correction = Columns.of(AttendanceCorrectionRow);

/** A correction as it is added. */
export type NewCorrection = RowOf<typeof correction>;

/** Corrections of marks, inside the open unit of writing that changes the marks. */
export class MadeCorrectionsRepository {
  constructor(private readonly writing: Writing) {}

  async add(made: readonly NewCorrection[]): Promise<void> {
    if (made.length > 0) await this.writing.query(correction.insertion, [correction.json(made)]);
  }
}
