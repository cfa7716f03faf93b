/** An instant of an SQL expression as ISO 8601 text in UTC, to the microsecond, whatever the session's zone; null of null. */
export function instantText(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
