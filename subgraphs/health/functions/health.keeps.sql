-- owner: {{prefix}}_maintain
-- Whether a provider keeps an entry: for the rule by which a referral that is kept to its provider is seen by the one that
-- sent it on, as far as it was sent. Asked by that rule alone, of rows that are kept so.
create or replace function health.keeps(provider text, entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from health.waiting_list_entry e where e.id = entry and e.provider_ods = provider)
$$;
grant execute on function health.keeps(text, uuid) to {{prefix}}_health;
