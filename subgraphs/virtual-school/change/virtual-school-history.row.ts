import { Entity } from 'typeorm';
import { FactHistoryRow } from '../../../platform/record/fact-history.row.js';

/** What the virtual school learnt of a child and when, as stored. */
@Entity({ schema: 'virtual_school', name: 'fact_history' })
export class VirtualSchoolHistoryRow extends FactHistoryRow {}
