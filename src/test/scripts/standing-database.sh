#!/usr/bin/env bash
#
# Has PostgreSQL stand still under an instance that is read from, written to and uploaded to, and trains.
#
#   ./mvnw package && src/test/scripts/standing-database.sh [seconds [megabytes [way...]]]
#
# For so many seconds (30) in each way: all its processes are stopped (frozen); nothing comes back from it, though
# connections stay open and new ones open (hole); another session has locked a table (locked), each of them in turn. 100
# who read, 20 who write and one who uploads files of so many megabytes (120) go on meanwhile: each answer comes within
# five seconds, and is a 503 that says what to do where it cannot be another; the health check is answered within one. Five
# seconds after the database goes on nobody but the large upload, which began before, is refused any more. A job that
# trains through it all ends by itself, and comes out as it does undisturbed, and who reads its events sees its end. The
# log has no stack trace of all this.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything took longer, was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

standing=${1:-30}
megabytes=${2:-120}
ways=("${@:3}")
[ ${#ways[@]} -gt 0 ] || ways=(frozen hole locked)
length=$((standing < 10 ? 3 : 8))
kind=1
options=(--feedforward.training.workers=2 --feedforward.training.checkpoint-every=500ms
    --feedforward.computing.turns=2) # One for the uploads, one for all others who compute.
tables=(job scheduled_tasks model dataset dataset_chunk checkpoint cost_points model_name)
forwarder= callers=

cleanup_more() {
    local one
    for one in $forwarder $callers; do
        { kill -9 "$one" && wait "$one" || true; } 2>/dev/null
    done
}

run_file() { exec "$java" -Xshare:auto -XX:TieredStopAtLevel=1 "$@"; }

# Has the instance reach the database by way of a process that can be stopped.
use_forwarder() {
    local at=${url#*//*:} listening
    mkfifo "$work/forwarder"
    run_file src/test/scripts/Forwarder.java "${at%%/*}" >"$work/forwarder" 2>"$work/log-forwarder" &
    forwarder=$!
    read -r -t "$patience" listening <"$work/forwarder" || lose "there is no forwarder: $(cat "$work/log-forwarder")"
    database[0]=${database[0]/:${at%%/*}\//:$listening\/}
}

start_callers() {
    mkfifo "$work/told"
    run_file src/test/scripts/Callers.java "${port[1]}" "$megabytes" <"$work/told" >"$work/callers" 2>&1 &
    callers=$!
    exec {told}>"$work/told"
}

end_callers() {
    exec {told}>&-
    wait "$callers" || { callers=; lose "not all were answered as they should be: $(cat "$work/callers")"; }
    callers=
    cat "$work/callers"
}

# The tables in turn, each for a share of the time.
lock_tables() {
    local table
    for table in "${tables[@]}"; do
        tell_postgres "lock $table"
        sleep "$(awk "BEGIN {print $standing / ${#tables[@]}}")"
        tell_postgres unlock
    done
}

look_unready() {
    [ "$(code 1 /actuator/health/readiness)" = 503 ] || lose "the database stood still for $standing s, and nobody noticed"
}

stand_still() { # way
    case $1 in
    frozen)
        tell_postgres freeze
        sleep "$standing"
        look_unready
        tell_postgres start
        ;;
    hole)
        kill -STOP "$forwarder"
        sleep "$standing"
        look_unready
        kill -CONT "$forwarder"
        ;;
    locked) lock_tables ;;
    *) lose "frozen, hole or locked, not $1" ;;
    esac
}

prepare
use_postgres
use_forwarder
start 1
submit 1 reference "$kind" "$length"
await_status 1 "$job" succeeded
fingerprint 1 "$job" reference >"$work/expected-$kind"
[ "$(post 1 '/train?wait=60' <<<'{"name":"course"}')" = 200 ] || lose "the course was not trained: $(cat "$work/answer")"
curl -sSf -o "$work/answer" -T - "http://127.0.0.1:${port[1]}/datasets/small" <<<$'1,2\n3,4\n5,6' || lose "no data set was taken"
start_callers
for way in "${ways[@]}"; do
    submit 1 "$way" "$kind" "$length"
    await_status 1 "$job" running
    curl -sN "http://127.0.0.1:${port[1]}/jobs/$job/events" >"$work/events-$way" &
    reader=$!
    sleep 0.5
    echo "stand $job" >&"$told"
    stand_still "$way"
    echo go >&"$told"
    went=$(now)
    await_status 1 "$job" succeeded
    check_ended 1 "$job" "$way" "$kind"
    wait "$reader" || lose "who read the events was not told the end"
    grep -q '^event: done' "$work/events-$way" || lose "who read the events was told no end: $(tail -n 3 "$work/events-$way")"
    sleep 6 # So that those are noticed who are refused too long.
    say "$way for $standing s: the job ended, and alike, within $(seconds $(($(now) - went))) s"
done
end_callers
! grep -q $'^\tat ' "$work/log-1" || lose "the log has stack traces: $(grep -m 1 -B 3 -A 3 $'^\tat ' "$work/log-1")"
say "OK: ${#ways[@]} ways of standing still, in $SECONDS s; load $(cut -d' ' -f1-3 /proc/loadavg)"
