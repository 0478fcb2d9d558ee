-- Names of people as Keycloak had them last, also of those who are gone: what they did keeps their name.
create table person_name (
  id   varchar(64)  not null primary key,
  name varchar(512) not null
);

-- One row: when everybody was last compared with Keycloak, and until when a node has that in hand.
create table directory_comparison (
  id            int not null primary key,
  compared_at   datetime(6) not null,
  claimed_until datetime(6) not null
);
insert into directory_comparison (id, compared_at, claimed_until) values (1, '2000-01-01 00:00:00', '2000-01-01 00:00:00');

-- Roles that somebody lost, until a successor is sought for what they answered for.
create table roles_lost (
  id       bigint       not null auto_increment primary key,
  person   varchar(64)  not null,
  roles    varchar(512) not null,
  gone     boolean      not null,
  noted_at datetime(6)  not null
);
