import { registerEnumType } from 'type-graphql';

/** What is known of a week of a register. */
export enum AttendanceWeekState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  NOT_RECEIVED = 'NOT_RECEIVED',
}

registerEnumType(AttendanceWeekState, {
  name: 'AttendanceWeekState',
  description: 'What is known of a week of a child’s register. NOT_RECEIVED is not zero: nobody told us.',
  valuesConfig: {
    OPEN: { description: 'The school was open and told us of the child.' },
    CLOSED: { description: 'The school was closed all week: a holiday, or days for training.' },
    NOT_RECEIVED: { description: 'No mark of the child has reached the hub.' },
  },
});
