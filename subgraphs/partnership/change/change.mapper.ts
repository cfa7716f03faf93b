import type { StoredChange } from './change.repository.js';
import type { Change } from './change.type.js';

/** A change as clients see it. Every field is named: a new column is never shown by accident. */
export const toChange = ({ childId, place, at, domain, what, was, became, toldBy }: StoredChange): Change => ({
  ...{ childId, id: place, at: new Date(at).toISOString(), domain },
  ...{ what, from: was, to: became, by: toldBy },
});
