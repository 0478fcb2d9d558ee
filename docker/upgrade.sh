#!/usr/bin/env bash
# Brings the compose stack to the jar in target/ without downtime: a backup, a new image, then one node after the other,
# each waited for until it is ready. When one is not, the rest stays as it is.
#   docker/upgrade.sh FILE.sql.gz          the backup, written to docker/backup
set -euo pipefail
[[ $# = 1 && $1 =~ ^[A-Za-z0-9_][A-Za-z0-9._-]*$ ]] || {
  echo "Which backup? Give the name of a new file, without a folder: upgrade.sh FILE.sql.gz" >&2
  exit 2
}
cd "$(dirname "$0")"
compose() { docker compose --file compose.yaml "$@"; }

compose exec -T mysql backup.sh "/backup/$1"
compose build node-1
for node in node-1 node-2; do
  compose up --detach --no-deps --no-build --force-recreate --wait --wait-timeout 900 "$node" || {
    echo "$node does not get ready. Nodes after it were left alone. Its log: docker compose -f docker/compose.yaml logs $node" >&2
    exit 1
  }
done
echo "Both nodes run the new version. The backup from before: docker/backup/$1"
