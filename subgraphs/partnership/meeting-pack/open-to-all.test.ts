import { describe, expect, it } from '@jest/globals';
import type { Seen } from '../../../platform/access/seen.js';
import type { Facet } from '../../../platform/vocabulary/facet.js';
import { openToAll } from './open-to-all.js';

const [now, past] = [{ facet: null }, { facet: 'HISTORY' }] as const;
type Reason = typeof now | typeof past;
const rows: readonly Reason[] = [now, past];

const seen = (...facets: readonly Facet[]): Seen<Reason> => ({
  ...{ outcome: 'FULL', rows, basis: 'SCHOOL_ROLL', diedOn: null },
  facets: new Set(facets),
});

describe('a reason that stands under what only some see', () => {
  it('is in a pack where that is open to all who are there, whatever the row is shown by besides', () => {
    expect(openToAll(seen())).toEqual([now]);
    expect(openToAll(seen('AGENDA'))).toEqual([now]);
    expect(openToAll(seen('HISTORY'))).toEqual([now, past]);
  });

  it('is in none of a record that is shown in part', () => {
    const { basis, facets, diedOn } = seen('HISTORY');
    expect(openToAll<Reason>({ outcome: 'REDACTED', toRedact: rows, basis, facets, diedOn })).toEqual([]);
  });
});
