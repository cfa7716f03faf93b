-- Which events a consumer may hear.

create table access.event_grant (
  consumer_role name not null,
  domain text not null references access.domain,
  topic text not null,
  primary key (consumer_role, domain, topic)
);
