import { attendanceFigures } from './attendance.js';
import type { Figure } from './figure.js';
import { suspensionFigures } from './suspensions.js';
import { waitFigures } from './waits.js';

/** Everything that can be loaded into another tool: figures of groups, and never a child. */
export const figures: readonly Figure[] = [...attendanceFigures, ...suspensionFigures, ...waitFigures];
