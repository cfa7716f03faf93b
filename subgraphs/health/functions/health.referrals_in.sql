-- owner: {{prefix}}_maintain
-- Every referral that was received in a period, with what came of it as its history has it now: a row a referral. To one
-- provider, or to all where it is null; to all without those that are kept to their provider. One that goes on from another
-- is that referral and no second one. `child` is one id of a child, whatever the records. What came of it is read at the end
-- of each day, and its referrer was told of the latest outcome by the telling recorded last, as toldAfterOutcome has it.
create or replace function health.referrals_in(the_from date, the_to date, the_provider text) returns table (child uuid, service text,
  source text, age int, sex text, ethnicity text, received_on date, outcome text, days_to_told int)
language sql stable set search_path = pg_catalog, pg_temp as $$
  with received as materialized (
    -- To whom all are told, a service that is not named outside health is one.
    select e.id, e.child_id, case when the_provider is null and exists (
        select from health.sensitive_service s
        where s.service = e.service and coalesce(s.provider_ods, e.provider_ods) = e.provider_ods
          and (s.held_until is null or (s.held_until > s.held_from and e.received_on < s.held_until)))
        then 'HEALTH_SERVICE' else e.service end service, e.referral_source source, e.age_at_referral::int age,
      nullif(e.sex, 'UNKNOWN') sex, nullif(e.ethnicity, '99') ethnicity, e.received_on
    from health.waiting_list_entry e
    where e.received_on between the_from and the_to and e.status <> 'ENTERED_IN_ERROR'
      and case when the_provider is null then not e.confidential else e.provider_ods = the_provider end
      and not exists (
        select from health.waiting_list_entry b where b.id = e.continues_from and b.status <> 'ENTERED_IN_ERROR')),
  stood as materialized (
    -- Of several endings, as corrections may leave them, the last is the outcome: its day, of ten characters, goes before its word.
    select r.id,
      substr(max(to_char(w.held_from, 'YYYY-MM-DD') || w.status)
        filter (where w.status in ('REJECTED', 'REDIRECTED', 'WITHDRAWN', 'DISCHARGED')), 11) ended_as,
      max(w.held_from) filter (where w.status in ('REJECTED', 'REDIRECTED', 'WITHDRAWN', 'DISCHARGED')) ended_on,
      min(w.held_from) filter (where w.status not in ('REFERRED', 'TRIAGE', 'INFO_NEEDED', 'REJECTED', 'REDIRECTED', 'WITHDRAWN',
        'DISCHARGED')) accepted_on
    from received r join health.wait_interval w on w.entry_id = r.id group by r.id),
  decided as (
    select s.id, s.ended_as, s.accepted_on, coalesce(s.ended_as, 'ACCEPTED_WAITING') latest, coalesce(s.ended_on, s.accepted_on) decided_on
    from stood s)
  select coalesce(o.child, r.child_id), r.service, r.source, r.age, r.sex, r.ethnicity, r.received_on,
    case when d.ended_as in ('REJECTED', 'REDIRECTED') then d.ended_as when d.accepted_on is not null then 'ACCEPTED' else 'NONE' end,
    (select t.told_on from health.referrer_told t
      where t.entry_id = r.id and t.outcome = d.latest and t.told_on >= d.decided_on order by t.id desc limit 1) - d.decided_on
  from received r left join decided d on d.id = r.id left join access.counted_otherwise(the_from - 1) o on o.id = r.child_id
  where o.id is null or o.child is not null
$$;
