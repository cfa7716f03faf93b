import type { Child } from 'hono/jsx';
import type { FileColumn } from '../csv/column.js';
import type { Absence } from '../gateway/shown.js';
import { absentChild, childText } from '../words/names.js';

type ChildNamed = (Exclude<Parameters<typeof childText>[0], null> & { readonly id: string }) | null;

interface LinkProps {
  readonly child: ChildNamed;
  /** What it means that the child is missing. */
  readonly absence: Absence;
}

/** A child by name, leading to the child’s page; or why there is no name. */
export const ChildLink = ({ child, absence }: LinkProps): Child =>
  child ? (
    <a class="govuk-link" href={`/children/${child.id}`}>
      {childText(child, absence)}
    </a>
  ) : (
    absentChild(absence)
  );

/** The column of a list that says whose each row is. */
export const childColumn = <Row extends { readonly child: ChildNamed }>(absence: Absence): FileColumn<Row> => ({
  title: 'Child',
  text: ({ child }) => childText(child, absence),
  of: ({ child }) => <ChildLink child={child} absence={absence} />,
});
