import { Entity } from 'typeorm';
import { FactHistoryRow } from '../../../platform/record/fact-history.row.js';

/** What education learnt of a child and when, as stored. */
@Entity({ schema: 'education', name: 'fact_history' })
export class EducationHistoryRow extends FactHistoryRow {}
