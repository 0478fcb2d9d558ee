#!/usr/bin/env bash
# Makes an empty database and its two users, as an administrator of MySQL. Users who are there already, as when a backup
# is restored beside the database it came from, keep their passwords. The MySQL image runs it by itself when it lies in
# /docker-entrypoint-initdb.d.
#
#   running user    reads everything; may write only the rows that Pilotage allows it table by table; changes no table
#   migration user  creates and upgrades tables at start, and allows the running user to write
#
# Reads PILOTAGE_DATABASE_NAME (pilotage), PILOTAGE_DATABASE_USER, PILOTAGE_DATABASE_PASSWORD, PILOTAGE_MIGRATION_USER,
# PILOTAGE_MIGRATION_PASSWORD. How to reach the server: options of the mysql client as arguments, its password in
# MYSQL_PWD or MYSQL_ROOT_PASSWORD.
set -euo pipefail

: "${PILOTAGE_DATABASE_USER:?is missing}" "${PILOTAGE_DATABASE_PASSWORD:?is missing}"
: "${PILOTAGE_MIGRATION_USER:?is missing}" "${PILOTAGE_MIGRATION_PASSWORD:?is missing}"
database=${PILOTAGE_DATABASE_NAME:-pilotage}
export MYSQL_PWD=${MYSQL_PWD:-${MYSQL_ROOT_PASSWORD:-}}

[[ $database =~ ^[A-Za-z0-9_]+$ ]] || { echo "PILOTAGE_DATABASE_NAME may hold letters, digits and _ only" >&2; exit 1; }

# A text for SQL: what would end it is doubled.
text() { local value=${1//\\/\\\\}; printf "'%s'" "${value//\'/\'\'}"; }

running="$(text "$PILOTAGE_DATABASE_USER")@'%'"
migration="$(text "$PILOTAGE_MIGRATION_USER")@'%'"
# In a grant, _ stands for any character.
granted=${database//_/\\_}

mysql "$@" --user=root <<SQL
create database if not exists \`$database\` character set utf8mb4 collate utf8mb4_bin;
create user if not exists $running identified by $(text "$PILOTAGE_DATABASE_PASSWORD");
create user if not exists $migration identified by $(text "$PILOTAGE_MIGRATION_PASSWORD");
grant select on \`$granted\`.* to $running;
grant all privileges on \`$granted\`.* to $migration with grant option;
SQL
echo "Database $database and its users are there."
