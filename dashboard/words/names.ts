import type { Absence } from '../gateway/shown.js';

interface Name {
  readonly given: string | null;
  readonly family: string | null;
  readonly preferred?: string | null;
}

/** How a child is called on pages: a return that carries no names leaves one who is known without. */
export function nameText(name: Name | null | undefined): string {
  const text = [name?.given, name?.family].filter((part) => part != null && part !== '').join(' ');
  return text === '' ? 'Name not known' : text;
}

/** A child of a list, by name; or why there is none: names could not be asked, or the child is not shown to the reader. */
export function childText(child: { readonly name: Name | null } | null, absence: Absence): string {
  if (!child) return absentChild(absence);
  return child.name === null && absence === 'not-known' ? 'Name could not be asked just now' : nameText(child.name);
}

/** Where a list’s child is missing: not shown to the reader, or not known while their names could not be asked. */
export const absentChild = (absence: Absence): string =>
  absence === 'not-known' ? 'Whose it is could not be asked just now' : 'A child whom you do not see';
