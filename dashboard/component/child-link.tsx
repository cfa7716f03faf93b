import type { Child } from 'hono/jsx';
import type { Absence } from '../gateway/shown.js';
import { absentChild, nameText } from '../words/names.js';

interface LinkProps {
  readonly child: { readonly id: string; readonly name: Parameters<typeof nameText>[0] } | null;
  /** What it means that the child is missing. */
  readonly absence: Absence;
}

/** A child by name, leading to the child’s page; or why there is no name. */
export const ChildLink = ({ child, absence }: LinkProps): Child =>
  child ? (
    <a class="govuk-link" href={`/children/${child.id}`}>
      {nameText(child.name)}
    </a>
  ) : (
    absentChild(absence)
  );
