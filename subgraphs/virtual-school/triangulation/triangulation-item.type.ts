import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Attendance } from '../../../platform/vocabulary/attendance.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { Child } from '../child/child.type.js';
import { School } from './school.type.js';
import { TrendWeek } from './trend-week.type.js';
import { TriangulationAlert } from './triangulation-alert.type.js';

/** No other domain leads here by the key: it is for what others add to an item. */
@Directive('@key(fields: "id", resolvable: false)')
@Directive('@requiresScopes(scopes: [["virtual-school:read"]])')
@ObjectType({ description: 'One child of the weekly list of children on plans.' })
export class TriangulationItem {
  @Field(() => ID, { description: 'The hub’s own id of the item: which child and which week.' })
  id: string;

  @Field(() => Child, { nullable: true, description: 'The child.' })
  child: Child | null;

  @Field(() => SocialCareStatus, { description: 'The plan held on the week’s Friday, else the last held in the week.' })
  status: SocialCareStatus;

  @Field(() => School, {
    nullable: true,
    description: 'The child’s main school on the week’s Friday, else the last of the week. Null where none is known.',
  })
  school: School | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The team whose case the child was on the week’s Friday, else the last of the week. Null where none is known.',
  })
  socialWorkTeam: string | null;

  @Field(() => Attendance, {
    nullable: true,
    description:
      'The child’s own sessions of the week, whatever the status on each day, without the marks. Null where no mark of the child was received.',
  })
  thisWeek: Attendance | null;

  @Field(() => [TrendWeek], { description: 'Eight weeks, the oldest first; the last is the week asked for.' })
  trend: TrendWeek[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which a session was attended, up to the end of the week; null where none is known.',
  })
  lastAttendedOn: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'School days of the child’s main school after `lastAttendedOn`, up to the end of the week or today; a day that every pupil’s register marks as closed is none. Null where either is not known.',
  })
  schoolDaysSinceAttended: number | null;

  @Field(() => [TriangulationAlert], { description: 'What to look at, each kind at most once.' })
  alerts: TriangulationAlert[];
}
