/** What sources are called, where their own words do not say it. */
const known: Readonly<Record<string, string>> = {
  gias: 'Register of schools',
  'cin-census': 'Children in need census',
  ssda903: 'Looked-after children return',
  peps: 'Personal education plans',
  'case-list': 'Social care case list',
};

/** A source as people call it: `school-census` is School census. */
export const sourceName = (source: string): string =>
  known[source] ?? source.charAt(0).toUpperCase() + source.slice(1).replaceAll('-', ' ');

/** A source with its organisation: `school-census:900001` is School census of 900001. */
export function sourceText(source: string): string {
  const [name = '', organisation] = source.split(':');
  return organisation === undefined ? sourceName(name) : `${sourceName(name)} of ${organisation}`;
}
