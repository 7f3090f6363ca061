#!/usr/bin/env bash
#
# Takes the database away while jobs train.
#
#   ./mvnw package && src/test/scripts/outage.sh [seconds]
#
# Four jobs train on two instances, and PostgreSQL is stopped for a minute, and then killed for as long. Meanwhile both
# instances are alive (liveness 200) but not ready (readiness 503), and answer with problems (503). When PostgreSQL is
# back the jobs go on by themselves, and come out as they do undisturbed.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

outage=${1:-60}
length=8
instances=(1 2)
options=(--feedforward.training.workers=2 --feedforward.training.checkpoint-every=1s)

# Both instances as they are to be without a database.
check_outage() {
    local n answered deadline
    for n in "${instances[@]}"; do
        deadline=$((SECONDS + 15))
        until [ "$(code "$n" /actuator/health/readiness)" = 503 ]; do
            ((SECONDS < deadline)) || lose "instance $n is ready without a database"
            sleep 0.2
        done
        answered=$(code "$n" /actuator/health/liveness)
        [ "$answered" = 200 ] || lose "liveness of instance $n is $answered without a database"
        answered=$(curl -s --max-time 10 -o "$work/answer" -w '%{http_code} %{content_type}' \
            "http://127.0.0.1:${port[$n]}/jobs/$job" || true)
        [[ "$answered" == "503 application/problem+json"* ]] || lose "GET /jobs/$job was answered with $answered"
        grep -q '"type":"/problems/unavailable"' "$work/answer" || lose "another problem: $(cat "$work/answer")"
        answered=$(post "$n" /train <<<'{}')
        [ "$answered" = 503 ] || lose "POST /train was answered with $answered"
    done
}

prepare
use_postgres
start "${instances[@]}"
train_references 1 "$length"
for how in stop kill; do
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
        check_outage
        sleep 1
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
say "OK: $((2 * kinds)) jobs went through two outages, in $SECONDS s"
