#!/usr/bin/env bash
#
# Measures what those who watch cost those who train.
#
#   ./mvnw package && src/test/scripts/sse-readers.sh [readers [seconds [rounds]]]
#   src/test/scripts/sse-readers.sh --check [readers [seconds]]
#
# Trains two jobs at once on the packaged jar, on a thread each, and counts their iterations for some seconds, again
# and again: without readers, then with 1,000 of their events, a tenth of whom read nothing. Prints each ratio, and
# exits with 1 if their median is below 0.9. Every event that is read must go on where the one before ended.
#
# With --check (200 readers, 3 s) the speed is told and not judged: the two jobs are watched to their end, which each
# reader who reads must see.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH.

set -euo pipefail

check=
if [ "${1:-}" = --check ]; then
    check=yes
    shift
fi
readers=${1:-${check:+200}} readers=${readers:-1000}
seconds=${2:-${check:+3}} seconds=${seconds:-10}
rounds=${3:-${check:+1}} rounds=${rounds:-5}
length=50000000 # iterations of a job, of which 50,000 are recorded; more than are made here
patience=120    # seconds for whatever should not take long
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cd "$(dirname "$0")/../../.."
jar=$(find target -maxdepth 1 -name 'feedforward-*.jar' -print -quit 2>/dev/null || true)
work=$(mktemp -d)
service= watchers=

say() { printf '%s\n' "$*"; }

fail() {
    say "FAILED: $*" >&2
    tail -n 20 "$work/log" "$work/watched" >&2 2>/dev/null || true
    exit 1
}

cleanup() {
    [ -n "$watchers" ] && kill -9 "$watchers" 2>/dev/null || true
    [ -n "$service" ] && kill -9 "$service" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

start_service() {
    local deadline=$((SECONDS + patience)) port=0
    "$java" --add-modules=jdk.incubator.vector -jar "$jar" --server.port=0 --server.address=127.0.0.1 \
        --feedforward.data-dir="$work/data" --feedforward.training.workers=2 --feedforward.training.threads=1 \
        >"$work/log" 2>&1 </dev/null &
    service=$!
    until curl -sf -o "$work/health" --max-time 5 "http://127.0.0.1:$port/actuator/health/readiness"; do
        kill -0 "$service" 2>/dev/null || fail "the service did not start"
        ((SECONDS < deadline)) || fail "the service did not start within $patience s"
        sleep 0.1
        port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$work/log")
        port=${port:-0}
    done
    url=http://127.0.0.1:$port
    at=$port
}

get() { curl -sS --max-time 30 "$url$1"; }

# 64 inputs, 64 hidden neurons, 10 outputs; 256 rows of 0 and 1, of ten kinds.
body() { # name iterations
    awk -v name="$1" -v iterations="$2" -v every="$(($2 / 50000))" 'BEGIN {
        srand(7)
        printf "{\"name\":\"%s\",\"network\":{\"hidden\":[64]},\"inputs\":[", name
        for (row = 0; row < 256; row++) {
            printf row ? ",\"" : "\""
            for (i = 0; i < 64; i++) printf rand() < 0.5 ? "0" : "1"
            printf "\""
        }
        printf "],\"answers\":["
        for (row = 0; row < 256; row++) printf "%s\"kind %d\"", row ? "," : "", row % 10
        printf "],\"training\":{\"iterations\":%d,\"batchSize\":32,\"recordEvery\":%d,\"learningRate\":0.01}}", iterations, every
    }'
}

start_job() { # name
    body "$1" "$length" >"$work/body"
    curl -sSf -H "Content-Type: application/json" -d @"$work/body" "$url/train" |
        sed -n 's/^{"id":\([0-9]*\),.*/\1/p'
}

iterations() { # job...
    local job sum=0 now
    for job in "$@"; do
        now=$(get "/jobs/$job" | sed -n 's/.*"progress":{"iteration":\([0-9]*\),.*/\1/p')
        sum=$((sum + now))
    done
    echo "$sum"
}

# Iterations a second of both jobs together.
speed() {
    local from to begin end
    begin=$(date +%s%N)
    from=$(iterations "${jobs[@]}")
    sleep "$seconds"
    to=$(iterations "${jobs[@]}")
    end=$(date +%s%N)
    echo $(((to - from) * 1000000000 / (end - begin)))
}

watch_jobs() {
    mkfifo "$work/stop-$1"
    "$java" -Xshare:auto -XX:TieredStopAtLevel=1 src/test/scripts/SseReaders.java "$at" "$readers" "${jobs[@]}" \
        <"$work/stop-$1" >"$work/watched" 2>&1 &
    watchers=$!
    exec 4>"$work/stop-$1"
    local deadline=$((SECONDS + patience))
    until grep -q '^open' "$work/watched"; do
        kill -0 "$watchers" 2>/dev/null || fail "the readers ended"
        ((SECONDS < deadline)) || fail "not all readers were answered"
        sleep 0.1
    done
    sleep 3 # They catch up with what happened before they came.
}

end_watching() {
    wait "$watchers" || fail "readers were not told everything"
    watchers=
    exec 4>&-
    say "  $(tail -n 1 "$work/watched")"
}

stop_watching() {
    echo stop >&4
    end_watching
}

median() { sort -n | awk '{v[NR] = $1} END {print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

measure() {
    local round without with
    for ((round = 1; round <= rounds; round++)); do
        without=$(speed)
        watch_jobs "$round"
        with=$(speed)
        ratio=$(awk "BEGIN {printf \"%.3f\", $with / $without}")
        say "round $round: $without iterations/s alone, $with with $readers readers: $ratio"
        echo "$ratio" >>"$work/ratios"
        [ -n "$check" ] || stop_watching
    done
}

[ -n "$jar" ] || fail "there is no jar in target: ./mvnw package makes it"
ulimit -n "$(ulimit -Hn)" || true
say "$jar on $("$java" -version 2>&1 | sed -n 2p), $(nproc) cores, $readers readers, $seconds s a phase"
start_service
jobs=("$(start_job one)" "$(start_job two)")
[[ "${jobs[*]}" =~ ^[0-9]+\ [0-9]+$ ]] || fail "the jobs were not taken"
sleep 5 # The compiler has seen it all.
measure
if [ -n "$check" ]; then
    for job in "${jobs[@]}"; do curl -sSf -o "$work/cancelled" -X POST "$url/jobs/$job/cancel"; done
    end_watching
    reading=$((readers - readers / 10))
    grep -q " $reading saw the end" "$work/watched" || fail "not all $reading readers saw the end"
fi
median=$(median <"$work/ratios")
say "median of $rounds: $median"
[ -n "$check" ] || awk "BEGIN {exit !($median >= 0.9)}" || fail "the readers cost too much"
