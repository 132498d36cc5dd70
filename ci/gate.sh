#!/bin/sh
# The gate over the records that the shards have left, wherever they ran. Fails when the run does not pass; the exit code is
# the gate's own: 0 pass, 1 contract, 2 usage, 3 inconclusive, 4 incomplete, 5 leak.
#
#   RECORDS   directory with RUN/observations-*.jsonl of all shards, collected      (default: records)
#   RUN       id of the run, the same in every shard                               (required)
#   OUT       gets verdict, page and the rest                                      (default: report)
#   JAR       the runnable jar                                  (default: distribution/target/regcontract.jar)
#   SINCE     what began before does not count: when the pipeline began, as 2026-11-22T13:45:00Z     (default: 24 hours ago)
#   SUMMARY   a file that gets the summary appended, such as GITHUB_STEP_SUMMARY    (optional)
#   ATTEST    a file that gets the verdict attested about SUBJECT, which is NAME@sha256:HEX          (optional)
#   SIGN      the file of the private key that signs it: docs/attestation.md                         (optional)
set -eu
# It becomes part of a path, so it is looked at before anything else.
case "${RUN:-}" in
  '') echo "RUN is not set: name the run that the shards were given." >&2; exit 2 ;;
  [!A-Za-z0-9]* | *[!A-Za-z0-9_-]*)
    echo "RUN takes letters, digits, - and _, and begins with a letter or a digit." >&2; exit 2 ;;
esac
if [ "${#RUN}" -gt 64 ]; then
  echo "RUN has at most 64 characters." >&2
  exit 2
fi
RECORDS=${RECORDS:-records}
OUT=${OUT:-report}
JAR=${JAR:-distribution/target/regcontract.jar}

# A verdict that an earlier job has left is none of this run's, nor is what was attested of it. Any other file is left alone.
rm -f "$OUT/verdict.json"
if [ -n "${ATTEST:-}" ] && grep -qs in-toto "$ATTEST"; then
  rm -f "$ATTEST"
fi
code=0
java -jar "$JAR" gate --records "$RECORDS" --run "$RUN" --out "$OUT" ${SINCE:+--since "$SINCE"} \
  ${ATTEST:+--attest "$ATTEST"} ${SUBJECT:+--subject "$SUBJECT"} ${SIGN:+--sign "$SIGN"} || code=$?

if [ -n "${SUMMARY:-}" ] && [ -f "$OUT/summary.md" ]; then
  cat "$OUT/summary.md" >> "$SUMMARY"
fi
# Java itself returns 1 when it cannot start: without a verdict that is no contradiction, as 0 would be no pass.
if [ ! -f "$OUT/verdict.json" ] && [ "$code" -le 1 ]; then
  echo "The gate returned $code and left no verdict: that is neither a pass nor a contradiction." >&2
  code=4
fi
exit "$code"
