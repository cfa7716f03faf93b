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

/** Where a list’s child is missing: not shown to the reader, or not known while their names could not be asked. */
export const absentChild = (absence: Absence): string =>
  absence === 'not-known' ? 'Whose it is could not be asked just now' : 'A child whom you do not see';
