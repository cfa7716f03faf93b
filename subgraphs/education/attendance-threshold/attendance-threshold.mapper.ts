import { toSchool } from '../school/school.mapper.js';
import type { StoredSchool } from '../school/stored-school.js';
import type { AttendanceThreshold } from './attendance-threshold.type.js';
import { thresholdRules } from './threshold-rule.js';
import type { Threshold } from './thresholds-of.js';

const unknown = { name: null, phase: null, type: null, localAuthorityCode: null, localAuthorityName: null };

/** A threshold as clients see it. `schools` are those of the child’s rolls. */
export function toThreshold(threshold: Threshold, schools: readonly StoredSchool[]): AttendanceThreshold {
  const { kind, urn, count, from, to, reachedOn, unmarkedDays } = threshold;
  const { rule, source, limit } = thresholdRules[kind];
  const school = schools.find((one) => one.urn === urn) ?? { ...unknown, urn };
  return {
    ...{ kind, rule, source, limit, school: toSchool(school) },
    ...{ count, from, to, reachedOn, reached: reachedOn !== null, unmarkedDays },
  };
}
