#!/bin/sh
# One shard of a run. A shard that fails to run leaves no footer, and the gate says incomplete: so it always ends well here.
#
#   RUN     id of the run, the same in every shard              (required)
#   SHARD   which shard, counted from 1                         (required)
#   SHARDS  how many there are                                  (required)
#   ENV     name of the environment                             (default: simulator)
set -eu
: "${RUN:?name the run, the same in every shard}" "${SHARD:?which shard, from 1}" "${SHARDS:?how many shards}"
case "$SHARD$SHARDS" in *[!0-9]*) echo "SHARD and SHARDS are numbers, here $SHARD of $SHARDS." >&2; exit 2 ;; esac
if [ "$SHARD" -lt 1 ] || [ "$SHARD" -gt "$SHARDS" ]; then
  echo "Shard $SHARD of $SHARDS: count from 1." >&2
  exit 2
fi
${MVN:-./mvnw} -B -ntp -pl contract-tests verify \
  "-Denv=${ENV:-simulator}" "-Dregcontract.run=$RUN" "-Dshard=$SHARD/$SHARDS" ||
  echo "Shard $SHARD of $SHARDS did not end well; the gate will say what that means." >&2
