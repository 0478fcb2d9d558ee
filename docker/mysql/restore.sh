#!/usr/bin/env bash
# Loads a copy into an empty database that users.sh has made:  restore.sh FILE.sql.gz [options of mysql]
# Stop every node first. Reads the same variables as backup.sh.
set -euo pipefail
[[ $# -ge 1 && $1 != -* ]] || { echo "Which file? restore.sh FILE.sql.gz [options of mysql]" >&2; exit 2; }
file=$1
shift
[ -f "$file" ] || { echo "There is no file $file" >&2; exit 1; }
database=${PILOTAGE_DATABASE_NAME:-pilotage}
export MYSQL_PWD=${PILOTAGE_MIGRATION_PASSWORD:?is missing}
client=(mysql "$@" --user="${PILOTAGE_MIGRATION_USER:?is missing}" --default-character-set=utf8mb4 "$database")

# Looked at whole before anything is loaded: half a database is worse than none.
end=$(gzip -dc "$file" | tail -n 1) || end=
[[ $end == "-- Dump completed"* ]] || {
  echo "$file is not a whole copy. Nothing was restored." >&2
  exit 1
}
tables=$("${client[@]}" --skip-column-names --execute="select count(*) from information_schema.tables where table_schema = database()")
[ "$tables" = 0 ] || { echo "Database $database is not empty: it has $tables tables. Restore into a new one." >&2; exit 1; }
gzip -dc "$file" | "${client[@]}" || {
  echo "Restored in part only: drop the database $database, make it anew with users.sh, and begin again." >&2
  exit 1
}
echo "Restored. Start one node with the migration user: it grants the running user its rows again."
