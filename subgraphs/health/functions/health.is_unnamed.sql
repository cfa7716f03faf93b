-- owner: {{prefix}}_maintain
-- Whether a referral to this service of this provider, first received on this day, is not named outside health. Of no child.
create or replace function health.is_unnamed(service text, provider text, received_on date) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from health.sensitive_service s
    where s.service = is_unnamed.service and coalesce(s.provider_ods, provider) = provider
      and (s.held_until is null or (s.held_until > s.held_from and is_unnamed.received_on < s.held_until)))
$$;
grant execute on function health.is_unnamed(text, text, date) to {{prefix}}_health;
