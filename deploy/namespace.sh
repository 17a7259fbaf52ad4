#!/bin/sh
# Make the namespace, or bring an existing one to the right retention. Safe to repeat.
# The server's own default forgets a closed workflow after 72 hours; an opgave is kept for twenty years.
set -eu

probeer() {
    pogingen=60
    until "$@"; do
        pogingen=$((pogingen - 1))
        [ "$pogingen" -gt 0 ] || return 1
        sleep 2
    done
}

bestaat() {
    temporal operator namespace describe --namespace "$NAAMRUIMTE" >/dev/null 2>&1
}

maak_of_werk_bij() {
    if bestaat; then
        temporal operator namespace update --namespace "$NAAMRUIMTE" --retention "$BEWAREN"
    else
        temporal operator namespace create --namespace "$NAAMRUIMTE" --retention "$BEWAREN"
    fi
}

probeer temporal operator cluster health
probeer maak_of_werk_bij
probeer bestaat
echo 'namespace klaar'
