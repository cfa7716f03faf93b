import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { StandardKind } from './standard.js';
import { HealthService } from './status.js';

/** A standard, as stored: of a service, and of no child. */
@Entity({ schema: 'health', name: 'standard' })
export class StandardRow {
  @PrimaryColumn('int', { insert: false, update: false }) id: number;
  @Word(HealthService) service: HealthService;
  /** The provider's ODS code; null for every provider that has none of its own. */
  @Column('text', { nullable: true }) provider: string | null;
  @Word(StandardKind) kind: StandardKind;
  @Column('int', { name: 'limit_days' }) limitDays: number;
  @Column('int', { name: 'warning_days' }) warningDays: number;
  @Column('date', { name: 'holds_from' }) holdsFrom: string;
  @Column('date', { name: 'holds_until', nullable: true }) holdsUntil: string | null;
  /** Who set it, and where that is written. */
  @Column('text') source: string;
}
