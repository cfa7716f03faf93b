import { z } from 'zod';
import { codeSet } from '../../../../platform/code-sets/code-set.js';

const { rttPeriodStatus, attendanceStatus, priorityType } = codeSet(
  'waiting_codes',
  z.object({
    rttPeriodStatus: z.array(z.object({ code: z.string() })),
    attendanceStatus: z.record(z.string(), z.string()),
    priorityType: z.record(z.string(), z.string()),
  }),
);
const { ethnicCategory } = codeSet(
  'nhs_ethnic_categories',
  z.object({ ethnicCategory: z.record(z.string(), z.string()) }),
);

const { sourceOfReferralMH } = codeSet(
  'referral_sources',
  z.object({ sourceOfReferralMH: z.record(z.string(), z.string()) }),
);

/** Every code of a published set, standing for `other` where it is not among those that are meant. */
const among = <Meaning>(codes: readonly string[], meant: Readonly<Record<string, Meaning>>, other: Meaning) =>
  Object.fromEntries(codes.map((code) => [code, meant[code] ?? other])) as Readonly<Record<string, Meaning>>;

const itself = (codes: readonly string[]) => among(codes, Object.fromEntries(codes.map((code) => [code, code])), '');

const attended = Object.keys(attendanceStatus);
type Priority = 'ROUTINE' | 'URGENT';

/** How soon a child is to be seen, in our words or by the published priority type: two weeks' wait is urgent. */
export const priorities: Readonly<Record<string, Priority>> = {
  ...{ ROUTINE: 'ROUTINE', URGENT: 'URGENT' },
  ...among<Priority>(Object.keys(priorityType), { 1: 'ROUTINE' }, 'URGENT'),
};

/**
 * Whether a child was not brought, by our word or the published attendance status: did not attend, without warning. Arrived
 * late and not seen is not that, for the child was brought.
 */
export const broughtCodes: Readonly<Record<string, boolean>> = {
  Y: true,
  N: false,
  ...among(attended, { 3: true }, false),
};

/** Who cancelled, by our word or the published attendance status; null for one that says that nobody did. */
export const cancelledCodes: Readonly<Record<string, 'FAMILY' | 'PROVIDER' | null>> = {
  ...{ FAMILY: 'FAMILY', PROVIDER: 'PROVIDER' },
  ...among<'FAMILY' | 'PROVIDER' | null>(attended, { 2: 'FAMILY', 4: 'PROVIDER' }, null),
};

/** The published referral to treatment period statuses. */
export const rttStatuses = itself(rttPeriodStatus.map(({ code }) => code));

/** The published ethnic categories of the NHS. */
export const ethnicCategories = itself(Object.keys(ethnicCategory));

/** The published sources of referral of the mental-health data set. */
export const referralSources = itself(Object.keys(sourceOfReferralMH));

export const yesOrNo: Readonly<Record<string, boolean>> = { Y: true, N: false };
