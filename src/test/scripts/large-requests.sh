#!/usr/bin/env bash
#
# Asks for as much memory as requests can ask for, all at once, and looks whether the service goes on.
#
#   ./mvnw package && src/test/scripts/large-requests.sh [count [rows [rounds]]]
#   src/test/scripts/large-requests.sh --check
#
# While four networks of four million weights train or wait in a heap of 512 MB, in a process that ends when its memory is used up:
# eight bodies each of a million rows to train on and to predict, of rows by name and of texts, of weights and of unknown
# fields, and as many who ask for a large model's weights, look at the networks in training, have these gone through again,
# and upload. Exits with 1 if the process ends, if an answer is neither a success nor a refusal with its reason, if a
# health check fails, or if a small request fails afterwards.
#
# With --check it is three of each, 250,000 rows, once.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

[ "${1:-}" = --check ] && set -- 3 250000 1
count=${1:-8} rows=${2:-1000000} rounds=${3:-3}

prepare
use_sqlite
quick=(-Xmx512m -XX:+ExitOnOutOfMemoryError --add-modules=jdk.incubator.vector "${quick[@]}")
options+=(--feedforward.training.workers=4 --feedforward.computing.turns=4)
for ((round = 1; round <= rounds; round++)); do
    start 1
    say "round $round of $rounds, $count of each, $rows rows; load $(cut -d' ' -f1 /proc/loadavg)"
    "$java" -Xshare:auto -XX:TieredStopAtLevel=1 src/test/scripts/LargeRequests.java "${port[1]}" "$count" "$rows" ||
        lose "see above"
    kill -0 "${pid[1]}" 2>/dev/null || lose "the process has ended"
    kill_service 1
    rm -rf "$work/data"
done
say "It lives"
