-- What each signer of the charter grants; the least money and the nearest day of all of them count.
create table charter_grant (
  id            varchar(100)   not null primary key,
  pilot_key     varchar(32)    not null,
  role_group    varchar(64)    not null,
  amount        decimal(19, 2) not null,
  granted_until date           not null,
  version       int            not null
);
create index ix_charter_grant on charter_grant (pilot_key);
