import type { Column } from '../../../../../platform/ingest/record.js';

/** None: the CIN census is XML, defined by the Department for Education. */
export const columns = [] as const satisfies readonly Column[];
