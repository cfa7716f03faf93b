-- owner: {{prefix}}_maintain
-- Whether the verified caller's own organisation, which is named, keeps an entry: for the rule by which a referral that is
-- kept to its provider is seen by the one that sent it on, as far as it was sent. Of anybody else's entry it says no.
create or replace function health.keeps(provider text, entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from health.waiting_list_entry e
    where e.id = entry and e.provider_ods = provider and provider = (select ctx.claims() ->> 'org'))
$$;
grant execute on function health.keeps(text, uuid) to {{prefix}}_health;
