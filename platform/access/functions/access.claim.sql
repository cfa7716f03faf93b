-- Takes a new case on: for eight hours the verified caller is related to the one child who is known by this number and has
-- this date of birth, and the alert is raised. The child is found here and cannot be named; where there is none, or more
-- than one, or the decision that any read rests on says no, nothing is left but the audit row, after the same work. Null
-- then.
create or replace function access.claim(number_hash text, born date, reason text) returns uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.claims();
  -- The alert's id, and what the relationship follows from.
  alert constant uuid := gen_random_uuid();
  holder record;
  child uuid;
  verdicts access.verdicts;
  reading access.decided;
  claiming access.decided;
  claimed boolean;
  held uuid[];
  row_seq bigint;
begin
  if coalesce((c ->> 'system')::boolean, true)
    or not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER')) then
    raise exception 'not a person''s claim' using errcode = '42501';
  end if;
  perform access.count_look_ups(c, 1);
  select * into holder from partnership.claimable(number_hash, born);
  -- Somebody, so that for nobody the work is the same.
  child := coalesce(holder.child, alert);
  insert into access.relationship (child_id, grantee, basis, reference, valid)
    values (child, 'person:' || (c ->> 'sub'), 'SELF_CLAIMED', alert::text, tstzrange(ctx.now(), ctx.now() + interval '8 hours'));
  verdicts := access.decide_person(access.meet(c), array['PARTNERSHIP', 'PARTNERSHIP'], array['T1', 'EXISTENCE'], array['READ', 'WRITE'],
    row(array[child], array[1], array['1'], array['1', '1'], '{}', '{}')::access.asked);
  reading := verdicts.decided[1];
  claiming := verdicts.decided[2];
  claimed := holder.child is not null and reading.decision = 'PERMITTED' and claiming.decision = 'PERMITTED';
  held := case when claimed then claiming.permitted else '{}' end;
  row_seq := access.note(c, 'PARTNERSHIP', row('PARTNERSHIP', 'EXISTENCE', 'WRITE', 'claimRelationship', 'identifier',
    array[number_hash], holder.asked, held,
    case when claimed then 'PERMITTED' when claiming.version is null then 'REFUSED' else 'SILENT' end,
    case when claimed then claiming.bases else '{}' end, claiming.version));
  if not claimed then
    delete from access.relationship re where re.child_id = child and re.reference = alert::text;
    return null;
  end if;
  insert into partnership.alert (id, child_id, kind, actor, actor_name, role, organisation, reason)
    values (alert, child, 'SELF_CLAIMED', c ->> 'sub', c ->> 'name', c ->> 'role', c ->> 'org', claim.reason);
  perform access.found_at(array[row_seq], held);
  perform access.emit('PARTNERSHIP', 'alert-raised', array[child]);
  return child;
end $$;
grant execute on function access.claim(text, date, text) to {{prefix}}_partnership;
