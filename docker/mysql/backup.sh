#!/usr/bin/env bash
# Writes one consistent copy of the database while everything runs:  backup.sh FILE.sql.gz [options of mysqldump]
# Reads PILOTAGE_DATABASE_NAME (pilotage), PILOTAGE_MIGRATION_USER, PILOTAGE_MIGRATION_PASSWORD.
set -euo pipefail
[[ $# -ge 1 && $1 != -* ]] || { echo "Which file? backup.sh FILE.sql.gz [options of mysqldump]" >&2; exit 2; }
file=$1
shift
database=${PILOTAGE_DATABASE_NAME:-pilotage}
export MYSQL_PWD=${PILOTAGE_MIGRATION_PASSWORD:?is missing}
: "${PILOTAGE_MIGRATION_USER:?is missing}"

[ ! -e "$file" ] || { echo "$file is there already" >&2; exit 1; }
umask 077
# Nothing stays behind that looks like a backup and is none.
trap 'rm -f "$file.partial"' EXIT
# One transaction sees the whole database as it was at one moment, and holds nobody up.
mysqldump "$@" --user="$PILOTAGE_MIGRATION_USER" --single-transaction --quick --hex-blob --no-tablespaces \
  --set-gtid-purged=OFF --default-character-set=utf8mb4 "$database" | gzip > "$file.partial"
# mysqldump ends a whole copy with this line; one that was cut off has none.
[[ $(gzip -dc "$file.partial" | tail -n 1) == "-- Dump completed"* ]] || { echo "The copy is not whole" >&2; exit 1; }
mv "$file.partial" "$file"
echo "$file: $(du -h "$file" | cut -f1)"
