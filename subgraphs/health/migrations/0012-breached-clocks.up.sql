-- On which of an entry's days its clock runs past the limit of its standard, and when the child's wait ended, so that clocks can
-- be counted as at any day as waits are. Kept with the days (waiting-list/wait-interval.repository.ts).
alter table health.wait_interval
  -- The day the wait ended, by which this day's wait is no longer; null while the child waits.
  add column ended_on date,
  -- From this day of the interval on, at its end, and until the day before the other; to its end where that is null.
  add column breached_from date,
  add column breached_until date check (breached_until > breached_from);
create index waiting_list_entry_received on health.waiting_list_entry (received_on);

-- What is held already, as waiting-list/breached-days.ts has it for every write from now on: each entry's clock by the kind of the
-- standard that holds for it (waiting-list/standard.ts, waiting-list/run.ts).
alter table health.waiting_list_entry no force row level security;
alter table health.waiting_list_change no force row level security;
alter table health.wait_interval no force row level security;
alter table health.standard no force row level security;
update health.wait_interval w set ended_on = e.ended_on
from (select i.entry_id, min(i.held_from) ended_on from health.wait_interval i where not i.waiting group by i.entry_id) e
where w.entry_id = e.entry_id and w.held_from >= e.ended_on;

with counted as materialized (
  select c.id, c.entry_id, c.effective_on, c.to_status, c.rtt_status, c.first_appointment and c.properly_offered offered
  from health.waiting_list_change c
  where not exists (select from health.waiting_list_change k where k.entry_id = c.entry_id and k.corrects = c.id)
    and not exists (
      select from health.waiting_list_change l
      where l.entry_id = c.entry_id and l.id > c.id and l.corrects is null
        and (l.effective_on < c.effective_on
          or c.to_status in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')))),
steps as materialized (
  select c.*, row_number() over w place, coalesce(lag(c.offered) over w, false) offered_before
  from counted c window w as (partition by c.entry_id order by c.effective_on, c.id)),
missed as materialized (
  select s.entry_id, min(s.place) place from steps s
  where s.to_status = 'DID_NOT_ATTEND' and (s.offered or s.offered_before) group by s.entry_id),
happened as (
  select s.entry_id,
    min(s.effective_on) filter (where s.to_status in ('SEEN_FIRST', 'IN_TREATMENT')) contact_on,
    min(s.effective_on) filter (where s.to_status in ('DISCHARGED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR')) closed_on,
    min(s.effective_on) filter (where s.to_status = 'IN_TREATMENT' or s.rtt_status in ('30', '31', '32', '34', '35', '36')) treated_on,
    min(s.effective_on) filter (where s.place = m.place) nullified_on,
    min(s.effective_on) filter (where s.place > m.place and s.to_status = 'BOOKED') agreed_on
  from steps s left join missed m on m.entry_id = s.entry_id group by s.entry_id),
clocks as (
  select e.id entry_id, e.received_on, s.kind, s.limit_days, h.nullified_on, h.agreed_on,
    least(h.closed_on, case s.kind
      when 'RTT_18' then h.treated_on
      when 'FOUR_WEEKS' then case when h.contact_on is not null and e.baseline_outcome_on is not null and e.care_plan_on is not null
        then greatest(h.contact_on, e.baseline_outcome_on, e.care_plan_on) end
      else h.contact_on end) stopped_on
  from health.waiting_list_entry e join happened h on h.entry_id = e.id
  cross join lateral (
    select s.kind, s.limit_days from health.standard s
    where s.service = e.service and coalesce(s.provider, e.provider_ods) = e.provider_ods
      and e.received_on >= s.holds_from and (e.received_on < s.holds_until or s.holds_until is null)
      and (s.kind <> 'FOUR_WEEKS' or coalesce(e.age_at_referral, 0) <= 17)
    order by s.provider is null, s.kind = 'LOCAL', s.holds_from desc limit 1) s),
running as (
  select w.entry_id, w.held_from, c.limit_days, least(w.held_until, c.stopped_on) until,
    case
      when c.kind <> 'RTT_18' or c.nullified_on is null or w.held_from < c.nullified_on then c.received_on
      when w.held_from >= c.agreed_on then c.agreed_on end started_on
  from health.wait_interval w join clocks c on c.entry_id = w.entry_id)
update health.wait_interval w
set breached_from = greatest(r.held_from, r.started_on + r.limit_days + 1), breached_until = r.until
from running r
where w.entry_id = r.entry_id and w.held_from = r.held_from and r.started_on is not null
  and (r.until is null or r.until > greatest(r.held_from, r.started_on + r.limit_days + 1));
alter table health.waiting_list_entry force row level security;
alter table health.waiting_list_change force row level security;
alter table health.wait_interval force row level security;
alter table health.standard force row level security;

-- What is counted as at a day is found here alone, without a look at the table: the days that are not over by then.
drop index health.wait_interval_now;
drop index health.wait_interval_past;
create index wait_interval_standing on health.wait_interval ((coalesce(held_until, 'infinity'::date)))
  include (held_from, held_until, child_id, service, status, provider_ods, received_on, waiting, ended_on, breached_from,
    breached_until, confidential)
  where waiting or breached_from is not null;
