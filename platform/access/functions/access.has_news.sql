-- Whether a domain has said anything after a position, be it that it cannot be read yet, for a transaction before it is
-- still open, or no longer, for it was deleted. Tells of no child, writes nothing and takes no transaction id, so that an
-- idle hub can ask as often as it likes.
create or replace function access.has_news(the_domain text, claims text, tag text, after_xid xid8, after_seq bigint) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  heard constant name := access.schema_heard(the_domain, claims, tag);
  news boolean;
begin
  execute format('select exists (select from %I.outbox o
    where (o.xid, o.seq) > ($1, $2) and o.topic in (select access.topics_heard($3))) or access.has_missed($3, $1, $2)', heard)
    into news using after_xid, after_seq, the_domain;
  return news;
end $$;
