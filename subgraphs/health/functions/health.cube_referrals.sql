-- owner: {{prefix}}_maintain
-- True figures of the referrals received in a period: a row a group, the median in days. `question` names the period, what to
-- divide by and the first year of each published age band; its answer to a band is the band's place from 1, and '' to what is
-- not known. Where small numbers are to be hidden, also how many children each group of every single dimension has, and of
-- all, in each quarter of a year: of any outcome ('') and of each.
create or replace function health.cube_referrals(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  entitled constant text := ctx.entitled('HEALTH', 'referrals', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SERVICE": "service", "SOURCE": "coalesce(source, '''')", "SEX": "coalesce(sex, '''')",
    "ETHNICITY": "coalesce(ethnicity, '''')", "AGE": "coalesce(width_bucket(age, $4)::text, '''')"}';
  ages constant int[] := array(select b::int from jsonb_array_elements_text(q -> 'ages') b);
  the_provider constant text := case when entitled = 'OWN_PROVIDER' then coalesce(ctx.claims() ->> 'org', '') end;
  dims text;
begin
  if entitled is null then return; end if;
  select string_agg(expressions ->> d.name, ', ' order by d.place) into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  return query execute format($q$
    select json_build_object('key', g.key, 'referrals', g.referrals, 'accepted', g.accepted, 'redirected', g.redirected,
      'rejected', g.rejected, 'median', g.median, 'childrenTold', g.told)
    from (
      select array[%1$s]::text[] key, count(*)::int referrals, count(*) filter (where outcome = 'ACCEPTED')::int accepted,
        count(*) filter (where outcome = 'REDIRECTED')::int redirected, count(*) filter (where outcome = 'REJECTED')::int rejected,
        percentile_cont(0.5) within group (order by days_to_told) median,
        count(distinct child) filter (where days_to_told is not null)::int told
      from health.referrals_in($1, $2, $3) group by (%1$s)) g
    order by g.key collate "C"
    $q$, coalesce(dims, ''))
  using (q ->> 'from')::date, (q ->> 'to')::date, the_provider, ages;
  if entitled = 'SUPPRESSED' then
    return query
      select json_build_object('quarter', date_trunc('quarter', r.received_on)::date, 'dimension', d.dimension, 'value', d.value,
        'outcome', o.outcome, 'children', count(distinct r.child)::int)
      from health.referrals_in((q ->> 'from')::date, (q ->> 'to')::date, null) r
      cross join lateral (values ('', ''), ('SERVICE', r.service), ('SOURCE', coalesce(r.source, '')),
        ('AGE', coalesce(width_bucket(r.age, ages)::text, '')), ('SEX', coalesce(r.sex, '')),
        ('ETHNICITY', coalesce(r.ethnicity, ''))) d(dimension, value)
      cross join lateral (values (''), (r.outcome)) o(outcome)
      group by date_trunc('quarter', r.received_on), d.dimension, d.value, o.outcome;
  end if;
end $$;
grant execute on function health.cube_referrals(text) to {{prefix}}_health;
