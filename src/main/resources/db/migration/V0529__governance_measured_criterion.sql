-- What came out on each criterion of the sealed evaluation plan.
create table measured_criterion (
  pilot_key  varchar(32)    not null,
  position   int            not null,
  metric     varchar(200)   not null,
  comparator varchar(10)    not null,
  threshold  decimal(30, 9) not null,
  observed   decimal(30, 9) not null,
  met        boolean        not null,
  primary key (pilot_key, position)
);
