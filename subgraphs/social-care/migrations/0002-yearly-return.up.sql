-- A return speaks for its own year. Until now the last return of a source was all that was kept of it; from here on each
-- year's stays, and status_interval and care_plan hold what follows from all of them together.

create table social_care.yearly_return (
  child_id uuid not null,
  source text not null,
  -- The year on whose 31 March it ends.
  year smallint not null,
  -- Whether all it says of the child could be read; one that could not does not end what an older return left open.
  whole boolean not null,
  -- What it shows: [{kind, from, until, leftFor, reviewedOn}], read and written together, never searched.
  spells jsonb not null,
  -- The day the child died, where it says so.
  died_on date,
  primary key (child_id, source, year)
);

-- What was taken in before did not say of which year it was. It came in the last file that named the child, which is of
-- no earlier year than the last day it tells of: it is kept as that year's return. That year's file, sent again, replaces
-- it, and an older one does not. None of these is whole, so that what is guessed here ends nothing.
alter table social_care.status_interval no force row level security;
alter table social_care.care_plan no force row level security;
insert into social_care.yearly_return (child_id, source, year, whole, spells)
with shown as (
  select child_id, source, status, held_from, held_until from social_care.status_interval
  where source in ('cin-census', 'ssda903')),
spells as (
  select child_id, source, 'REFERRAL' kind, lower(span) "from", upper(span) until, null left_for, null::date reviewed_on
  from (select child_id, source, unnest(range_agg(daterange(held_from, held_until))) span
        from shown where source = 'cin-census' group by child_id, source) cases
  union all
  select child_id, source, kind || '_PLAN', started_on, ended_on, null, reviewed_on
  from social_care.care_plan where source = 'cin-census'
  union all
  select child_id, source, 'CARE', held_from, held_until, (
      select case when bool_or(l.status = 'KINSHIP') then 'KINSHIP' else 'PERMANENCE' end from shown l
      where l.child_id = care.child_id and l.source = care.source and l.held_from = care.held_until
        and l.status in ('KINSHIP', 'PREVIOUSLY_LOOKED_AFTER') having count(*) > 0), null
  from shown care where status = 'LOOKED_AFTER')
select child_id, source, max(extract(year from greatest("from", until, reviewed_on) + interval '9 months')), false,
  jsonb_agg(jsonb_build_object('kind', kind, 'from', "from", 'until', until, 'leftFor', left_for, 'reviewedOn', reviewed_on)
    order by kind, "from")
from spells group by child_id, source;
alter table social_care.status_interval force row level security;
alter table social_care.care_plan force row level security;

select access.secure('social_care.yearly_return', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3');
