import type { Comparator } from '../../../platform/vocabulary/comparator.js';
import { HealthService } from '../waiting-list/status.js';
import type { ToldService } from '../waiting-list/told-service.js';

/** Services whose activity the national ambition for community health services is about. */
const COMMUNITY: ReadonlySet<ToldService> = new Set([
  HealthService.SALT,
  HealthService.NEURODEVELOPMENTAL,
  HealthService.OCCUPATIONAL_THERAPY,
  HealthService.PHYSIOTHERAPY,
  HealthService.COMMUNITY_PAEDIATRICS,
  HealthService.SCHOOL_NURSING,
]);

const source = 'NHS England, Medium Term Planning Framework 2026/27 to 2028/29.';

const withinEighteenWeeks: Comparator = {
  percent: 80,
  of: 'Ambition for England: community health services’ activity within 18 weeks',
  year: '2028/29',
  basis: 'Activity of all ages; an ambition, not a standard that any child’s clock runs against',
  source,
};

const noneOverAYear: Comparator = {
  percent: 0,
  of: 'Ambition for England: waits of 52 weeks and more for community health services',
  year: '2028/29',
  basis: 'Waits of all ages; an ambition, not a standard that any child’s clock runs against',
  source,
};

/** The national ambition that a group's waits are set beside; null where there is none for them. */
export function ambitionFor(service: ToldService | null, band: string | null): Comparator | null {
  if (service !== null && !COMMUNITY.has(service)) return null;
  if (band !== null) return band === '52+' ? noneOverAYear : null;
  return service === null ? null : withinEighteenWeeks;
}
