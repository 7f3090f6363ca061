#!/usr/bin/env bash
#
# Takes the database away while jobs train.
#
#   ./mvnw package && src/test/scripts/outage.sh [seconds]
#
# Four jobs train on two instances, and PostgreSQL is stopped for a minute, then killed for as long, then frozen: all its
# processes stand still with their connections open. Meanwhile both instances are alive (liveness 200) but not ready
# (readiness 503), and answer with problems (503) within five seconds. When PostgreSQL is back the jobs go on by themselves,
# and come out as they do undisturbed.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

outage=${1:-60}
length=${LENGTH:-8}
instances=(1 2)
options=(--feedforward.training.workers=2 --feedforward.training.checkpoint-every=1s)

# An instance as it is to be without a database. Takes some 10 s, as each answer waits for the database.
check_outage() { # instance
    local answered deadline=$((SECONDS + 15))
    until [ "$(code "$1" /actuator/health/readiness)" = 503 ]; do
        ((SECONDS < deadline)) || lose "instance $1 is ready without a database"
        sleep 0.2
    done
    answered=$(code "$1" /actuator/health/liveness)
    [ "$answered" = 200 ] || lose "liveness of instance $1 is $answered without a database"
    answered=$(curl -s --max-time 5 -o "$work/answer" -w '%{http_code} %{content_type}' \
        "http://127.0.0.1:${port[$1]}/jobs/$job" || true)
    [[ "$answered" == "503 application/problem+json"* ]] || lose "GET /jobs/$job was answered with $answered"
    grep -q '"type":"/problems/unavailable"' "$work/answer" || lose "another problem: $(cat "$work/answer")"
    answered=$(post "$1" /train <<<'{}')
    [ "$answered" = 503 ] || lose "POST /train was answered with $answered"
}

prepare
use_postgres
start "${instances[@]}"
train_references 1 "$length"
checks=0
for how in stop kill freeze; do
    ids=()
    for ((kind = 1; kind <= kinds; kind++)); do
        submit $((kind % 2 + 1)) "$how-$kind" "$kind" "$length"
        ids+=("$job")
    done
    await_status 1 "${ids[0]}" running
    sleep 3
    tell_postgres "$how"
    away=$(now)
    while (($(now) - away < outage * 1000)); do
        checks=$((checks + 1))
        check_outage "${instances[checks % 2]}"
    done
    tell_postgres start
    back=$(now)
    say "PostgreSQL was away for $(seconds $((back - away))) s ($how)"
    await_ready "${instances[@]}"
    say "  ready $(seconds $(($(now) - back))) s after it was back"
    for ((kind = 1; kind <= kinds; kind++)); do
        await_status 1 "${ids[kind - 1]}" succeeded
        check_ended 2 "${ids[kind - 1]}" "$how-$kind" "$kind"
    done
    say "  all jobs ended, and alike, $(seconds $(($(now) - back))) s after it was back"
done
say "OK: $((3 * kinds)) jobs went through three outages, in $SECONDS s"
