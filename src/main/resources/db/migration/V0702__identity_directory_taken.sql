-- How often Keycloak's word about a person was taken over: an answer to an earlier question comes too late.
alter table person_name add column taken bigint not null default 0;
