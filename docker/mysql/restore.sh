#!/usr/bin/env bash
# Loads a copy into an empty database that users.sh has made:  restore.sh FILE.sql.gz [options of mysql]
# Stop every node first. Reads the same variables as backup.sh.
set -euo pipefail
file=${1:?which file? restore.sh FILE.sql.gz}
shift
database=${PILOTAGE_DATABASE_NAME:-pilotage}
export MYSQL_PWD=${PILOTAGE_MIGRATION_PASSWORD:?is missing}
client=(mysql "$@" --user="${PILOTAGE_MIGRATION_USER:?is missing}" --default-character-set=utf8mb4 "$database")

tables=$("${client[@]}" --skip-column-names --execute="select count(*) from information_schema.tables where table_schema = database()")
[ "$tables" = 0 ] || { echo "Database $database is not empty: it has $tables tables. Restore into a new one." >&2; exit 1; }
gzip -dc "$file" | "${client[@]}"
echo "Restored. Start one node with the migration user: it grants the running user its rows again."
