-- A review that is off the queue, or a child it suggests no longer, is no reason any more to show a child to reviewers.
create or replace function access.review_gone() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update access.relationship re set valid = tstzrange(lower(re.valid), greatest((select ctx.now()), lower(re.valid)))
  where re.child_id = old.child_id and re.basis = 'MATCH_REVIEW'
    and re.reference = to_jsonb(old) ->> case tg_table_name when 'match_review' then 'id' else 'review_id' end;
  return old;
end $$;
grant execute on function access.review_gone() to public;
