#!/usr/bin/env bash
#
# Makes the disk under the embedded database read-only while jobs train, as the kernel does when it finds it broken.
#
#   ./mvnw package && src/test/scripts/read-only.sh [seconds]
#
# Four jobs train when nothing below the data directory can be written any more. The service is alive and ready, and
# answers what is read; what is to be stored is answered 503 with what to do; the jobs stand still, shown as paused with
# a warning. When the directory can be written again all go on by themselves, and come out as they do undisturbed. The
# same once more, but killed meanwhile: it does not start on a directory that cannot be written, and says so, and starts
# and goes on with the jobs on one that can.
#
# The refusals (EROFS) are those of disturb.c, between the service and its C library. Needs bash, curl and a C compiler,
# and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

refusing=${1:-10}
length=${LENGTH:-6}
options=(--feedforward.training.workers=4 --feedforward.training.checkpoint-every=500ms)

submit_all() { # prefix
    ids=()
    for ((kind = 1; kind <= kinds; kind++)); do
        submit 1 "$1-$kind" "$kind" "$length"
        ids+=("$job")
    done
    for id in "${ids[@]}"; do await_status 1 "$id" running; done
    sleep 1
}

await_all() { # prefix
    for ((kind = 1; kind <= kinds; kind++)); do
        await_status 1 "${ids[kind - 1]}" succeeded
        check_ended 1 "${ids[kind - 1]}" "$1-$kind" "$kind"
    done
}

# How many of the jobs are shown as standing still because nothing can be stored, in $still.
count_still() {
    still=0
    for id in "${ids[@]}"; do
        look 1 "$id"
        [[ $status =~ paused|running|succeeded ]] || lose "job $id has ended as it should not: $found"
        [[ $status != paused || $found != *'"code":"storage-'* ]] || still=$((still + 1))
    done
}

refused() { # method path; the body from stdin
    local answered
    answered=$(curl -s -o "$work/answer" --max-time 30 -w '%{http_code} %{content_type}' -X "$1" --data-binary @- \
        -H "Content-Type: application/json" "http://127.0.0.1:${port[1]}$2" || true)
    [[ $answered == "503 application/problem+json"* ]] ||
        lose "$1 $2 was answered with $answered on a read-only disk: $(cat "$work/answer")"
    grep -q '"action":"[^"]' "$work/answer" || lose "$1 $2 does not say what to do: $(cat "$work/answer")"
}

use_disturbances
prepare
use_sqlite
start 1
train_references 1 "$length"
submit_all job
set_read_only 1 1
began=$(now)
until count_still && ((still == kinds)); do
    (($(now) - began < 15000)) || lose "only $still of $kinds jobs stand still on a read-only disk: $found"
    sleep 0.1
done
say "all $kinds jobs stood still $(seconds $(($(now) - began))) s after the disk became read-only"
while (($(now) - began < refusing * 1000)); do
    refused POST /train <<<'{}'
    refused POST "/jobs/${ids[0]}/cancel" </dev/null
    refused DELETE /models/reference-1 </dev/null
    refused PUT /datasets/rows <<<'[[1, 2], [3, 4]]'
    for path in /jobs "/jobs/${ids[1]}/cost" "/predict?bits=0110&model=reference-1" / /actuator/health/liveness \
        /actuator/health/readiness; do
        answered=$(code 1 "$path")
        [ "$answered" = 200 ] || lose "GET $path was answered with $answered on a read-only disk"
    done
    sleep 0.5
done
say "what is to be stored was answered with: $(sed 's/.*"detail":"\([^"]*\)".*"action":"\([^"]*\)".*/\1 \2/' "$work/answer")"
set_read_only 1 0
freed=$(now)
for id in "${ids[@]}"; do await_status 1 "$id" running succeeded; done
say "all jobs went on $(seconds $(($(now) - freed))) s after it could be written again"
await_all job
[ "$(post 1 '/train?wait=60' <<<'{}')" = 200 ] || lose "POST /train fails on a disk that can be written: $(cat "$work/answer")"

submit_all killed
set_read_only 1 1
sleep 2
kill_service 1
launch 1
until ! kill -0 "${pid[1]}" 2>/dev/null; do
    [ "$(code 1 /actuator/health/readiness)" != 200 ] || lose "the service starts on a read-only disk"
    sleep 0.2
done
kill_service 1
tail -n 30 "$work/log-1" | grep -q '^Action:' || lose "the service does not say why it did not start"
set_read_only 1 0
start 1
await_all killed
say "OK: $((2 * kinds)) jobs went through a read-only disk and came out alike, in $SECONDS s"
