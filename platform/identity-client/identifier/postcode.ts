const shape = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;

/**
 * A postcode in its one written form: upper case, one space before the last three characters (`AA9A 9AA`).
 * Null where it has not the shape of one; that it has been issued is not checked. Source: BS 7666.
 */
export function normalisePostcode(text: string): string | null {
  const parts = shape.exec(text.replace(/\s/g, '').toUpperCase());
  return parts ? `${parts[1] ?? ''} ${parts[2] ?? ''}` : null;
}
