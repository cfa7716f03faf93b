/** A pupil's two sessions of one school day. Null where no mark was made. */
export interface SessionMarksFact {
  readonly kind: 'session-marks';
  readonly urn: string;
  readonly date: string;
  /** Published codes, in force on the day. */
  readonly am: string | null;
  readonly pm: string | null;
  /** The name of the file that says so, without its folder. */
  readonly file: string;
}
