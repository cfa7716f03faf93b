import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import type { StoredEnrolment } from '../enrolment/stored-enrolment.js';
import { provisionHistory } from './provision-history.js';
import { needsOn } from './sen-on.js';
import type { SenNeed, SenRecord } from './sen-record.type.js';

const { SENtype: labels } = codeSet('sen2_codes', z.object({ SENtype: z.record(z.string(), z.string()) }));

/** What a child's rolls, oldest first, show of special educational needs; null where none says anything. */
export function toSenRecord(enrolments: readonly StoredEnrolment[], today: string): SenRecord | null {
  const history = provisionHistory(enrolments, today);
  const provision = history.at(-1)?.provision;
  if (provision === undefined) return null;
  const shownBy = enrolments.findLast(
    ({ from, provisions }) => from <= today && provisions.some((shown) => shown.provision === provision),
  );
  return {
    provision,
    needs: shownBy ? toNeeds(needsOn(shownBy, today)) : [],
    history: history.map(({ provision: then, from, until }) => ({ provision: then, from, until })),
  };
}

/** Needs by their codes, the main one first, as clients see them. */
export const toNeeds = (codes: readonly string[]): SenNeed[] =>
  codes.map((code, index) => ({ code, label: labels[code] ?? code, rank: index + 1 }));
