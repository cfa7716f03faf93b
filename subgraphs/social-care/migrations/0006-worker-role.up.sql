-- As what a worker is allocated: since 2023 a Child in Need plan may be led by somebody who is no social worker. What was
-- listed before was a social worker. And who manages the worker's team, to whom the team's children are open.
alter table social_care.allocation
  add column role text not null default 'SOCIAL_WORKER',
  add column manager_id text;

-- A social worker works with a child while one is allocated, and through protection and care, which a social worker always
-- leads. Until now any plan or assessment stood for one.
alter table social_care.status_interval no force row level security;
alter table social_care.allocation no force row level security;
alter table social_care.social_worker_presence no force row level security;
delete from social_care.social_worker_presence;
insert into social_care.social_worker_presence (child_id, held_from, held_until)
select child_id, lower(span), upper(span)
from (
  select child_id, unnest(range_agg(daterange(held_from, held_until))) span
  from (
    select child_id, held_from, held_until from social_care.status_interval
    where status in ('LOOKED_AFTER', 'CHILD_PROTECTION')
    union all
    select child_id, held_from, held_until from social_care.allocation) days
  group by child_id) present;
alter table social_care.status_interval force row level security;
alter table social_care.allocation force row level security;
alter table social_care.social_worker_presence force row level security;
