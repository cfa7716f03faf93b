import { Entity } from 'typeorm';
import { FactHistoryRow } from '../../../platform/record/fact-history.row.js';

/** What social care learnt of a child and when, as stored. */
@Entity({ schema: 'social_care', name: 'fact_history' })
export class SocialCareHistoryRow extends FactHistoryRow {}
