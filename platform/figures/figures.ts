import { Permit } from '../access/permit.js';
import type { RequestScope } from '../subgraph/manifest.js';
import type { Cube } from '../access/cube.js';
import { readOfCube } from './cube.repository.js';
import type { Entitlement } from '../access/entitlement.js';

/** What is asked of a cube: the period, the group, what it is divided by. Never a child. It is written into the audit. */
export type Question = Readonly<Record<string, Asked | readonly (Asked | Readonly<Record<string, Asked>>)[]>>;

type Asked = string | number | boolean | null;

/** A question as it is asked and written down: one text for one question, whatever the order it was put in. */
const textOf = (question: Question): string =>
  JSON.stringify(Object.fromEntries(Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * The one door to figures of groups. The asking is decided by the database, from role and purpose, and written down before it
 * is answered, refused or not; what comes back is true, and the caller is told of it what `entitled` says:
 * @throws Refused for a role and purpose that no sentence of the cube speaks of.
 */
export class Figures {
  constructor(private readonly scope: Pick<RequestScope, 'caller' | 'unit'>) {}

  /** `parse` reads one row of the cube's function, which answers one JSON value a row. */
  ask<Row>(
    cube: Cube,
    question: Question,
    parse: (row: unknown) => Row,
  ): Promise<{ readonly rows: readonly Row[]; readonly entitled: Entitlement }> {
    const { caller, unit } = this.scope;
    const text = textOf(question);
    return unit.readFigures(Permit.forFigures(caller, cube), text, readOfCube(cube, text, parse));
  }
}
