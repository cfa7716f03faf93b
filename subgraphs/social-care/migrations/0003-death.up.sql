-- When a child died, as a return says it: under the record's own id, so that a separation leaves it where it belongs.
create table social_care.death (
  child_id uuid not null,
  source text not null,
  died_on date not null,
  primary key (child_id, source)
);
select access.secure('social_care.death', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3');
