/** The days of an action. ISO. */
interface ActionDays {
  readonly recordedOn: string;
  /** Null while it is to be done. */
  readonly doneOn: string | null;
}

/** Whether an action is to be done at the end of a day: agreed by then, and not done by then. */
export const isOpenOn = ({ recordedOn, doneOn }: ActionDays, day: string): boolean =>
  recordedOn <= day && (doneOn === null || doneOn > day);

/** Whether an action is carried to the meeting of a day: one that is done on the very day is told there as done. */
export const isCarriedTo = ({ recordedOn, doneOn }: ActionDays, day: string): boolean =>
  recordedOn <= day && (doneOn === null || doneOn >= day);
