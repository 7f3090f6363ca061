#!/usr/bin/env bash
#
# Holds that an instance that stands still and wakes up again spoils nothing.
#
#   ./mvnw package && src/test/scripts/stopped-instance.sh [rounds]
#
# Two instances on one PostgreSQL. The one that trains is stopped (SIGSTOP) for longer than its lease, so that the other
# takes its job over and ends it; then it is woken (SIGCONT). What it still writes is refused: the job's result, its
# attempt, its history and its model stay as they were, byte for byte. The woken instance goes on to serve, and to train.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything changed.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-3}
length=${LENGTH:-10}
kind=1
options=(--feedforward.training.workers=1 --feedforward.training.checkpoint-every=500ms)

# All that is stored of a job, in the database's own words.
stored() { # job
    ask "select j.*, (select count(*) from model m where m.name = j.model_name),
            (select string_agg(md5(p.data) || ':' || p.first_point, ',' order by p.first_point) from cost_points p where p.job_id = j.id),
            (select count(*) from checkpoint c where c.job_id = j.id)
        from job j where j.id = $1"
}

prepare
use_postgres
start 1 2
submit 1 reference "$kind" "$length"
await_status 1 "$job" succeeded
fingerprint 1 "$job" reference >"$work/expected-$kind"
for ((round = 1; round <= rounds; round++)); do
    name=stopped-$round
    submit 1 "$name" "$kind" "$length"
    await_status 1 "$job" running
    sleep 2
    victim=$(runner_of "$job")
    [ -n "$victim" ] || lose "nobody runs job $job"
    other=$((3 - victim))
    look "$victim" "$job"
    reached=$iteration
    kill -STOP "${pid[$victim]}"
    stopped=$(now)
    checkpoint=$(stored_iteration "$job")
    ((checkpoint > 0)) || lose "job $job had no checkpoint"
    await_beyond "$other" "$job" "$checkpoint" 45000
    taken=$(($(now) - stopped))
    await_status "$other" "$job" succeeded
    check_ended "$other" "$job" "$name" "$kind"
    before=$(stored "$job")
    kill -CONT "${pid[$victim]}"
    await_ready "$victim"
    # It is told of its mistake within 0.3 s, but its worker may be about to write by then.
    sleep 5
    after=$(stored "$job")
    [ "$before" = "$after" ] || lose "job $job changed after its old worker woke: from $before to $after"
    check_ended "$victim" "$job" "$name" "$kind"
    # The woken one is the only one that can do this.
    kill -STOP "${pid[$other]}"
    submit "$victim" "woken-$round" "$kind" "$length"
    await_status "$victim" "$job" succeeded
    check_ended "$victim" "$job" "woken-$round" "$kind"
    kill -CONT "${pid[$other]}"
    await_ready "$other"
    say "round $round: instance $victim stopped beyond iteration $reached, taken over after $(seconds "$taken") s from $checkpoint;" \
        "nothing changed when it woke, and it trained the next job"
done
say "OK: $rounds instances stopped and woken, in $SECONDS s"
