#!/usr/bin/env bash
#
# Asks for much at once, and looks whether the service still answers those who ask for little, and still trains.
#
#   ./mvnw package && src/test/scripts/busy.sh [count [megabytes [rounds]]]
#   src/test/scripts/busy.sh --check
#
# While a job trains in a heap of 512 MB: four bodies with 20,000 unknown fields, four importances of 10,000 rows with 60
# columns, four surfaces of 101 × 101 points, four pictures of costs and four uploads of 150 MB, all at once. Exits with 1
# if, in the median of the rounds, 99 in 100 health checks take 100 ms or longer, as many predictions 250 ms or longer, or
# the training goes on at less than half of its speed; and if any answer is wrong.
#
# With --check (two of each, 20 MB, once) the bounds are a second, and the speed is told and not judged.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

liveness=100 predict=250 speed=0.5
if [ "${1:-}" = --check ]; then
    liveness=1000 predict=1000 speed=0
    set -- 2 20 1
fi
count=${1:-4} megabytes=${2:-150} rounds=${3:-3}

median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

prepare
use_sqlite
quick=(-Xmx512m --add-modules=jdk.incubator.vector "${quick[@]}")
for ((round = 1; round <= rounds; round++)); do
    start 1
    say "round $round of $rounds, $count of each, $megabytes MB; load $(cut -d' ' -f1 /proc/loadavg)"
    "$java" -Xshare:auto -XX:TieredStopAtLevel=1 src/test/scripts/Busy.java "${port[1]}" "$count" "$megabytes" \
        >"$work/busy" 2>&1 || lose "an answer is wrong: $(cat "$work/busy")"
    cat "$work/busy"
    tail -n 1 "$work/busy" >>"$work/figures"
    kill_service 1
    rm -rf "$work/data"
done

judge() { # column what bound comparison
    local figure
    figure=$(cut -d' ' -f"$1" "$work/figures" | median)
    say "$2: $figure"
    awk "BEGIN {exit !($figure $4 $3)}" || lose "$2 is $figure, not $4 $3"
}
judge 1 "health check, 99 in 100, ms" "$liveness" "<"
judge 2 "prediction, 99 in 100, ms" "$predict" "<"
judge 3 "training's speed, of that alone" "$speed" ">="
