/**
 * Whether a form was sent by a page of ours: browsers say so by themselves, by the one header or the other, and pages of
 * others cannot say it for us.
 */
export function isFromUs(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return headers.get('origin') === origin;
}
