-- The day on which a referral came to the provider that now has it, where it was received elsewhere first: from then on it
-- connects the child with that provider. `received_on` is the day it was first received, by whomever.
alter table health.waiting_list_entry add column came_on date;
alter table health.waiting_list_entry no force row level security;
alter table health.waiting_list_change no force row level security;
update health.waiting_list_entry e set came_on = first.effective_on
from (select c.entry_id, min(c.effective_on) effective_on from health.waiting_list_change c group by c.entry_id) first
where first.entry_id = e.id and e.continues_from is not null and first.effective_on > e.received_on;
alter table health.waiting_list_entry force row level security;
alter table health.waiting_list_change force row level security;
