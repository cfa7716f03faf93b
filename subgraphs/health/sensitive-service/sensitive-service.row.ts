import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Word } from '../../../platform/db/table/stored-value.js';
import { HealthService } from '../waiting-list/status.js';

/** A service that is not named outside health, as stored: of no child. */
@Entity({ schema: 'health', name: 'sensitive_service' })
export class SensitiveServiceRow {
  @PrimaryColumn('int', { insert: false, update: false }) id: number;
  @Word(HealthService) service: HealthService;
  /** Null for every provider of the service. */
  @Column('text', { name: 'provider_ods', nullable: true }) providerOds: string | null;
  /** Since when it is so. */
  @Column('date', { name: 'held_from' }) from: string;
  /** The first day whose referrals may be named again; null while it is so. */
  @Column('date', { name: 'held_until', nullable: true }) until: string | null;
  /** Who decided, and where that is written. */
  @Column('text') source: string;
}
