#!/usr/bin/env bash
#
# Holds the service to its word: a job that was answered with 202 is never lost.
#
#   ./mvnw package && src/test/scripts/kill-after-202.sh [rounds]
#
# Each round starts the packaged jar, sends it up to eight training jobs at once, and kills it (kill -9) after one or
# more of them were answered with 202: at once in most rounds, up to half a second later in the others. The next start
# has to train every one of them, once and to the same bits as without a kill. Every third round kills the service
# again before anything was looked at, while it is still catching up.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-50}
kinds=6    # different requests
pending=() # jobs that were answered with 202 and not looked at since: "id name kind"
acknowledged=0 kept=0 kills=0
mkfifo "$work/answered"
exec 3<>"$work/answered"

# Kind 1 trains for a few tenths of a second, kind 6 for a second or two.
short_body() { # name kind
    printf '{"name":"%s","training":{"iterations":%d,"seed":%d,"recordEvery":1000}}' "$1" $(($2 * $2 * 50000)) "$2"
}

# What must not differ: the weights, and an answer.
learned() { # name
    get 1 "/models/$1/versions/1" | grep -o '"weightsSha256":"[0-9a-f]\{64\}"' || true
    get 1 "/predict?bits=0110&model=$1&version=1" | grep -o '"outputs":\[[^]]*\]' || true
}

# Trains each kind undisturbed, once.
train_each_undisturbed() {
    local kind status
    for ((kind = 1; kind <= kinds; kind++)); do
        status=$(short_body "reference-$kind" "$kind" | post 1 "/train?wait=25")
        [ "$status" = 200 ] || lose "kind $kind could not be trained: $status"
        learned "reference-$kind" >"$work/expected-$kind"
        [ "$(wc -l <"$work/expected-$kind")" = 2 ] || lose "kind $kind has no weights or predicts nothing"
    done
}

# Sends one job; tells the fifo when its answer came, whatever it was.
send() { # name kind
    local answer="$work/answer-$1" status
    status=$(short_body "$1" "$2" |
        curl -s -o "$answer.body" -D "$answer.headers" -w '%{http_code}' --max-time 30 -H "Content-Type: application/json" -d @- \
            "http://127.0.0.1:${port[1]}/train" || true)
    echo "$status" >"$answer"
    echo "$status" >&3
}

# Sends jobs in parallel, and kills the service when some of them were answered.
send_and_kill() { # round
    local round=$1 jobs=$(($1 % 8 + 1)) senders=() names=() job name kind status id
    local answers=$((round % jobs + 1)) delay=0
    ((round % 4 == 0)) && delay=0.$((RANDOM % 5))$((RANDOM % 10))
    for ((job = 1; job <= jobs; job++)); do
        name=round-$round-$job
        kind=$(((round + job) % kinds + 1))
        names+=("$name $kind")
        send "$name" "$kind" &
        senders+=($!)
    done
    for ((; answers > 0; answers--)); do
        read -r -t "$patience" status <&3 || lose "round $round: the service did not answer"
        [ "$status" = 202 ] || lose "round $round: POST /train was answered with $status instead of 202"
    done
    sleep "$delay"
    kill_service 1
    kills=$((kills + 1))
    wait "${senders[@]}"
    while read -r -t 0.01 <&3; do :; done # What was answered after the kill began.
    for job in "${names[@]}"; do
        read -r name kind <<<"$job"
        [ "$(<"$work/answer-$name")" = 202 ] || continue
        id=$(sed -n 's#^[Ll]ocation: /jobs/\([0-9]*\).*#\1#p' "$work/answer-$name.headers")
        [ -n "$id" ] || lose "round $round: a 202 without a Location"
        pending+=("$id $name $kind")
        acknowledged=$((acknowledged + 1))
    done
    rm -f "$work"/answer-*
}

# Every job that was acknowledged is there, succeeds, and has made the model that it makes undisturbed, once.
check_pending() {
    local job id name kind found deadline=$((SECONDS + patience))
    for job in "${pending[@]}"; do
        read -r id name kind <<<"$job"
        until found=$(get 1 "/jobs/$id") && [[ $found == *'"status":"succeeded"'* ]]; do
            [[ $found =~ \"status\":\"(queued|running)\" ]] || lose "job $id ($name) was acknowledged, and now is: $found"
            ((SECONDS < deadline)) || lose "job $id ($name) did not end within $patience s: $found"
            sleep 0.1
        done
        [[ $found == *"\"model\":{\"name\":\"$name\",\"version\":1}"* ]] || lose "job $id made another model: $found"
        learned "$name" | diff "$work/expected-$kind" - || lose "job $id ($name) made other weights or answers"
        kept=$((kept + 1))
    done
    pending=()
}

say "$rounds rounds"
prepare
use_sqlite
start 1
train_each_undisturbed
for ((round = 1; round <= rounds; round++)); do
    [ -n "${pid[1]-}" ] || start 1
    ((round % 3 == 0)) || check_pending
    send_and_kill "$round"
    say "round $round: $acknowledged jobs acknowledged so far, $kept found and alike"
done
start 1
check_pending
if get 1 "/jobs?limit=200" | grep -q '"status":"failed"'; then
    lose "a job has failed: $(get 1 '/jobs?limit=200' | grep -o '"id":[0-9]*,"status":"failed"')"
fi
say "OK: $kills kills, $acknowledged jobs acknowledged, $kept found and alike, in $SECONDS s"
