import { invalid, type Judgement } from './judge-change.js';
import type { NotBrought } from './not-brought.js';

/** Whether that the risk to a child who was not brought was considered on a day may be recorded, on a given day. Pure. */
export function judgeConsidered(
  standing: { readonly version: number; readonly missed: NotBrought | null },
  considered: { readonly expectedVersion: number; readonly consideredOn: string },
  today: string,
): Judgement {
  if (considered.expectedVersion !== standing.version) return { outcome: 'CONFLICT' };
  if (standing.missed === null)
    return invalid(
      'id',
      'There is nothing to consider: no appointment that the child was not brought to since last seen.',
    );
  if (considered.consideredOn > today) return invalid('consideredOn', 'It cannot be after today.');
  if (considered.consideredOn < standing.missed.lastOn)
    return invalid('consideredOn', 'It cannot be before the last appointment that the child was not brought to.');
  return { outcome: 'UPDATED' };
}
