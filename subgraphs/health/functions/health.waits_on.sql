-- owner: {{prefix}}_maintain
-- Everyone who was waiting at the end of a day, as their history has it now: a row a wait. Of one provider's lists, or of all
-- where it is null; of all without those that are kept to their provider. `child` is one id of a child, whatever the records.
create or replace function health.waits_on(the_day date, the_provider text) returns table (child uuid, service text, status text,
  provider_ods text, days int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with waits as materialized (
    select w.child_id, w.service, w.status, w.provider_ods, the_day - w.received_on days
    from health.wait_interval w
    where w.waiting and w.held_from <= the_day and (w.held_until > the_day or w.held_until is null)
      and case when the_provider is null then not w.confidential else w.provider_ods = the_provider end),
  otherwise as materialized (
    select o.id, o.child from access.counted_otherwise(array(select distinct w.child_id from waits w), the_day) o)
  select coalesce(o.child, w.child_id), w.service, w.status, w.provider_ods, w.days
  from waits w left join otherwise o on o.id = w.child_id
  where o.id is null or o.child is not null
$$;
