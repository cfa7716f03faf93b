/** What somebody typed in a field, without the spaces around it; null where nothing. */
export function typed(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}
