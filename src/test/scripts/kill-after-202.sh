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

set -euo pipefail

rounds=${1:-50}
kinds=6          # different requests
patience=120     # seconds for the service to start, and for a job to end
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cd "$(dirname "$0")/../../.."
jar=$(find target -maxdepth 1 -name 'feedforward-*.jar' -print -quit 2>/dev/null || true)
work=$(mktemp -d)
mkfifo "$work/answered"
exec 3<>"$work/answered"
service=
pending=() # jobs that were answered with 202 and not looked at since: "id name kind"
acknowledged=0 kept=0 kills=0

say() { printf '%s\n' "$*"; }

lose() {
    say "FAILED: $*" >&2
    say "--- the end of the service's log" >&2
    tail -n 40 "$work/log" >&2 || true
    exit 1
}

kill_service() {
    [ -z "$service" ] && return
    kill -9 "$service" 2>/dev/null || true
    { wait "$service" || true; } 2>/dev/null
    service=
}

cleanup() {
    kill_service
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Starts the service on a free port, and waits until it answers.
start_service() {
    local deadline=$((SECONDS + patience)) port=
    "$java" -jar "$jar" --server.port=0 --server.address=127.0.0.1 --feedforward.data-dir="$work/data" \
        >"$work/log" 2>&1 </dev/null &
    service=$!
    until curl -sf -o "$work/health" --max-time 5 "http://127.0.0.1:${port:-0}/actuator/health/readiness"; do
        kill -0 "$service" 2>/dev/null || lose "the service did not start"
        ((SECONDS < deadline)) || lose "the service did not start within $patience s"
        sleep 0.1
        port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$work/log")
    done
    url=http://127.0.0.1:$port
}

# Kind 1 trains for a few tenths of a second, kind 6 for a second or two.
body() { # name kind
    printf '{"name":"%s","training":{"iterations":%d,"seed":%d,"recordEvery":1000}}' "$1" $(($2 * $2 * 50000)) "$2"
}

get() { curl -sS --max-time 30 "$url$1"; }

# What must not differ: the weights, and an answer.
fingerprint() { # name
    get "/models/$1/versions/1" | grep -o '"weightsSha256":"[0-9a-f]\{64\}"' || true
    get "/predict?bits=0110&model=$1&version=1" | grep -o '"outputs":\[[^]]*\]' || true
}

# Trains each kind undisturbed, once.
train_references() {
    local kind
    for ((kind = 1; kind <= kinds; kind++)); do
        body "reference-$kind" "$kind" |
            curl -sSf -o "$work/reference" -H "Content-Type: application/json" -d @- "$url/train?wait=$patience" || lose "kind $kind could not be trained"
        fingerprint "reference-$kind" >"$work/expected-$kind"
        [ "$(wc -l <"$work/expected-$kind")" = 2 ] || lose "kind $kind has no weights or predicts nothing"
    done
}

# Sends one job; tells the fifo when its answer came, whatever it was.
send() { # name kind
    local answer="$work/answer-$1" status
    status=$(body "$1" "$2" |
        curl -s -o "$answer.body" -D "$answer.headers" -w '%{http_code}' --max-time 30 -H "Content-Type: application/json" -d @- "$url/train" || true)
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
    kill_service
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
        until found=$(get "/jobs/$id") && [[ $found == *'"status":"succeeded"'* ]]; do
            [[ $found =~ \"status\":\"(queued|running)\" ]] || lose "job $id ($name) was acknowledged, and now is: $found"
            ((SECONDS < deadline)) || lose "job $id ($name) did not end within $patience s: $found"
            sleep 0.1
        done
        [[ $found == *"\"model\":{\"name\":\"$name\",\"version\":1}"* ]] || lose "job $id made another model: $found"
        fingerprint "$name" | diff "$work/expected-$kind" - || lose "job $id ($name) made other weights or answers"
        kept=$((kept + 1))
    done
    pending=()
}

[ -n "$jar" ] || lose "there is no jar in target: ./mvnw package makes it"
say "$jar on $("$java" -version 2>&1 | sed -n 2p), $rounds rounds"
start_service
train_references
for ((round = 1; round <= rounds; round++)); do
    if [ -z "$service" ]; then
        start_service
    fi
    ((round % 3 == 0)) || check_pending
    send_and_kill "$round"
    say "round $round: $acknowledged jobs acknowledged so far, $kept found and alike"
done
start_service
check_pending
if get "/jobs?limit=200" | grep -q '"status":"failed"'; then
    lose "a job has failed: $(get '/jobs?limit=200' | grep -o '"id":[0-9]*,"status":"failed"')"
fi
say "OK: $kills kills, $acknowledged jobs acknowledged, $kept found and alike, in $SECONDS s"
