import { SenProvision } from '../../../platform/vocabulary/sen-provision.js';

/** The provision that a child's rolls showed on a day: UNKNOWN where none showed any. */
export const SLICE_PROVISIONS = [...Object.values(SenProvision), 'UNKNOWN'] as const;
export type SliceProvision = (typeof SLICE_PROVISIONS)[number];

/** Whether a child was eligible for free school meals on a day, as any roll says: UNKNOWN where none does. */
export const FREE_SCHOOL_MEALS = ['YES', 'NO', 'UNKNOWN'] as const;
export type FreeSchoolMeals = (typeof FREE_SCHOOL_MEALS)[number];
