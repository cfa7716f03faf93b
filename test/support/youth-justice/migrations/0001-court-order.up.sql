-- A sixth domain's own rows, as its own folder would bring them.
select access.furnish('youth_justice', 'YOUTH_JUSTICE');

create table youth_justice.court_order (
  child_id uuid not null,
  order_ref text not null,
  opened_on date not null,
  closed_on date,
  primary key (child_id, order_ref)
);
select access.secure('youth_justice.court_order', 'YOUTH_JUSTICE', 'YOUTH_JUSTICE', 'T3', 'select, insert, update');
