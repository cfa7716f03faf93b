import type { ChildWaitsQuery } from '../gateway/operations.generated.js';

/** Who waits, and one of their waits, as the page of a wait is told them. */
export type Child = NonNullable<ChildWaitsQuery['child']>;
export type Entry = NonNullable<NonNullable<Child['health']>['waiting']>[number];
