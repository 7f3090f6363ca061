#!/usr/bin/env bash
#
# Stops the service as a container is stopped, in the middle of its work.
#
#   ./mvnw package && src/test/scripts/shutdown.sh [rounds]
#
# Four jobs train and four callers watch them (GET /jobs/{id}/events) when the service gets a SIGTERM. It ends within 5 s;
# the callers' streams end with it; each job is queued, with a checkpoint of the moment, beyond the last that its timing
# would have made (none within the minute that this script sets). After a start the jobs end as they do undisturbed.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if it takes longer, or anything differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-3}
length=${LENGTH:-15} # long enough for all four to be watched in the middle, on a fast machine too
allowed=5000 # milliseconds to end in
options=(--feedforward.training.workers=4 --feedforward.training.checkpoint-every=60s)

prepare
use_sqlite
start 1
train_references 1 "$length"
for ((round = 1; round <= rounds; round++)); do
    ids=() seen=() streams=()
    for ((kind = 1; kind <= kinds; kind++)); do
        submit 1 "round-$round-$kind" "$kind" "$length"
        ids+=("$job")
    done
    for id in "${ids[@]}"; do await_status 1 "$id" running; done
    sleep "0.$(random 10)"
    watched=$(curl -s -o /dev/null --max-time 0.5 -w '%{http_code}' "http://127.0.0.1:${port[1]}/jobs/${ids[0]}/events" || true)
    if [ "$watched" = 200 ]; then
        for id in "${ids[@]}"; do
            curl -sN -o "$work/stream-$id" "http://127.0.0.1:${port[1]}/jobs/$id/events" &
            streams+=($!)
        done
        sleep 0.5
    elif [ "$round" = 1 ]; then
        say "NOT TESTED WITH STREAMS: GET /jobs/{id}/events answers $watched"
    fi
    for id in "${ids[@]}"; do
        look 1 "$id"
        [ "$status" = running ] || lose "job $id is too short: $found"
        seen+=("$iteration")
    done
    told=$(now)
    kill -TERM "${pid[1]}"
    until ! kill -0 "${pid[1]}" 2>/dev/null; do
        (($(now) - told < 4 * allowed)) || lose "the service does not end"
        sleep 0.02
    done
    took=$(($(now) - told))
    kill_service 1
    for stream in "${streams[@]}"; do wait "$stream" || true; done
    ((took <= allowed)) || lose "the service took $(seconds "$took") s to end"
    ask "select j.id, j.status, c.iteration from job j left join checkpoint c on c.job_id = j.id order by j.id desc limit $kinds" \
        >"$work/left"
    for ((kind = 1; kind <= kinds; kind++)); do
        id=${ids[kind - 1]}
        read -r _ status iteration < <(grep "^$id " "$work/left")
        [ "$status" = queued ] || lose "job $id was left as $status"
        [ "$iteration" != null ] && ((iteration >= seen[kind - 1])) ||
            lose "job $id was at iteration ${seen[kind - 1]}, and its checkpoint is of $iteration"
    done
    start 1
    for ((kind = 1; kind <= kinds; kind++)); do
        await_status 1 "${ids[kind - 1]}" succeeded
        check_ended 1 "${ids[kind - 1]}" "round-$round-$kind" "$kind"
    done
    say "round $round: ended in $(seconds "$took") s with ${#streams[@]} streams open; $kinds jobs went on and came out alike"
done
say "OK: $rounds shutdowns, in $SECONDS s"
