import { NO_MARK } from '../../../../platform/code-sets/marks.js';
import type { HeldEnrolment } from '../../enrolment/held-enrolment.js';

/** A week that is held, by the enrolment it stands under. */
export interface KeptWeek {
  readonly enrolmentId: string;
  readonly weekBeginning: string;
  readonly marks: Uint8Array;
}

interface Home {
  readonly enrolment: HeldEnrolment;
  /** Null for a week that is only being given now. */
  readonly marks: Uint8Array | null;
}

const noMark = NO_MARK.charCodeAt(0);

/**
 * Under which enrolment each week of a school's register stands already. The spell that a day is of may be told, or put
 * right, after its marks; where they count follows from the school's spells, so that they need not move, and a mark that
 * replaces another must find it.
 */
export class WeekHomes {
  private readonly homes = new Map<string, Home[]>();

  constructor(enrolments: readonly HeldEnrolment[], kept: readonly KeptWeek[]) {
    const byId = new Map(enrolments.map((one) => [one.id, one]));
    for (const { enrolmentId, weekBeginning, marks } of kept) {
      const enrolment = byId.get(enrolmentId);
      if (enrolment) this.add(enrolment, weekBeginning, marks);
    }
  }

  /** From now on the week stands under this enrolment, unless it stands under another. */
  add(enrolment: HeldEnrolment, weekBeginning: string, marks: Uint8Array | null = null): void {
    const name = `${enrolment.urn} ${weekBeginning}`;
    this.homes.set(name, [...(this.homes.get(name) ?? []), { enrolment, marks }]);
  }

  /** Of several, the one that has a mark of the day. `morning` is the slot of the day's first session. */
  of(urn: string, weekBeginning: string, morning: number): HeldEnrolment | undefined {
    const homes = this.homes.get(`${urn} ${weekBeginning}`) ?? [];
    const marked = ({ marks }: Home): boolean =>
      marks !== null && (marks[morning] !== noMark || marks[morning + 1] !== noMark);
    return (homes.find(marked) ?? homes[0])?.enrolment;
  }
}
