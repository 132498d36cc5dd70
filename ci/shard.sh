#!/bin/sh
# One shard of a run. A shard that fails to run leaves no footer, and the gate says incomplete: so it always ends well here.
# It may be tried again, in the same workspace or in a new one: what it left before is replaced whole, and the file "begun" tells
# the gate which attempt is the latest, also where that one never came as far as to make a record.
#
#   RUN     id of the run, the same in every shard and every retry    (required)
#   SHARD   which shard, counted from 1                               (required)
#   SHARDS  how many there are                                        (required)
#   ENV     name of the environment                                   (default: simulator)
set -eu
refuse() {
  echo "$1" >&2
  exit 2
}
# $1 what it is, $2 its value. It becomes part of a path, so it is looked at before anything else.
id() {
  case "$2" in
    '') refuse "$1 is not set: $3" ;;
    [!A-Za-z0-9]* | *[!A-Za-z0-9_-]*) refuse "$1 takes letters, digits, - and _, and begins with a letter or a digit." ;;
  esac
  [ "${#2}" -le 64 ] || refuse "$1 has at most 64 characters."
}
number() {
  case "$2" in '' | 0* | *[!0-9]* | ?????*) refuse "$1 is a number from 1 to 9999, here '$2'." ;; esac
}
ENV=${ENV:-simulator}
id RUN "${RUN:-}" "name the run, the same in every shard."
id ENV "$ENV" "name an environment."
number SHARD "${SHARD:-}"
number SHARDS "${SHARDS:-}"
[ "$SHARD" -le "$SHARDS" ] || refuse "Shard $SHARD of $SHARDS: count from 1."

part="$ENV-${SHARD}of$SHARDS"
directory="contract-tests/target/regcontract/runs/$RUN"
attempt="$(date -u +%Y%m%dT%H%M%SZ)-$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')"
mkdir -p "$directory"
rm -f "$directory/observations-$part.jsonl"
echo "$attempt" > "$directory/begun-$part.txt"
${MVN:-./mvnw} -B -ntp -pl contract-tests verify \
  "-Denv=$ENV" "-Dregcontract.run=$RUN" "-Dshard=$SHARD/$SHARDS" "-Dregcontract.attempt=$attempt" ||
  echo "Shard $SHARD of $SHARDS did not end well; the gate will say what that means." >&2
