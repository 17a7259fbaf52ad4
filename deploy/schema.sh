#!/bin/sh
# Make or upgrade Temporal's two databases. Safe to repeat: every step skips what is there already.
# The password is read from SQL_PASSWORD by the tool itself, so that it is in no process list.
set -eu

tool() {
    database=$1
    shift
    temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -u "$POSTGRES_USER" -p "$DB_PORT" --db "$database" "$@"
}

maak() {
    database=$1
    soort=$2
    tool "$database" create
    tool "$database" setup-schema -v 0.0
    tool "$database" update-schema -d "/etc/temporal/schema/postgresql/v12/$soort/versioned"
}

maak temporal temporal
maak temporal_visibility visibility
echo 'schema klaar'
