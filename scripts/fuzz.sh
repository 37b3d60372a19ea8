#!/bin/sh
# Fuzzes the parsers of archives, one after the other: scripts/fuzz.sh [MINUTES [PARSER...]]
# What is found lies in archive/src/test/resources/dev/demur/archive/fuzz and is replayed by every test run.
set -eu
cd "$(dirname "$0")/.."
minutes=${1:-10}
[ $# -gt 0 ] && shift
parsers=${*:-csvRows zipDirectory json times linkedIn x mastodon whatsApp facebook instagram}
found=archive/src/test/resources/dev/demur/archive/fuzz/ParsersFuzzTestInputs
marker=$(mktemp)
trap 'rm -f "$marker"' EXIT
for parser in $parsers; do
  touch "$marker"
  echo "== $parser, $minutes minutes"
  status=0
  JAZZER_FUZZ=1 nice timeout "$((minutes * 60 + 40))" ./mvnw -q -Dquick -pl archive -am test \
    -Dtest="ParsersFuzzTest#$parser" -Dsurefire.failIfNoSpecifiedTests=false || status=$?
  # A finding ends the run early; what was in hand when the time was up is none.
  [ "$status" -ne 124 ] || find "$found/$parser" -name 'crash-*' -newer "$marker" -delete
  if [ "$status" -ne 0 ] && [ "$status" -ne 124 ]; then
    echo "$parser: failed; see the lines above" >&2
    exit 1
  fi
done
