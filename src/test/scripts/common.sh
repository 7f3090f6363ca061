# shellcheck shell=bash
#
# What the scripts in this directory share: they source it. It starts instances of the packaged jar on free ports of
# 127.0.0.1, kills them, gives them jobs, and compares what comes of a job with what came of it undisturbed.
#
# Needs bash and curl, the jar (./mvnw package) and the Java of JAVA_HOME or of the PATH. PostgreSQL is the one that the
# build brings for the tests.

set -euo pipefail

patience=300     # seconds for an instance to start, and for a job to end
kinds=4          # different trainings, see body; a fifth is there for who wants it
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
work=$(mktemp -d)
declare -A pid=() port=() # of each instance by its number; a killed one keeps its port
options=()                # of every instance
database=()               # the options that name the database
quick=()                  # how java is to start the service
disturbing=               # the library that disturbs instances, see use_disturbances
postgres=                 # the process that holds PostgreSQL
url=                      # PostgreSQL's or SQLite's, for ask

say() { printf '%s\n' "$*"; }

lose() {
    local n
    say "FAILED: $*" >&2
    for n in "${!port[@]}"; do
        say "--- the end of the log of instance $n" >&2
        tail -n 30 "$work/log-$n" >&2 || true
    done
    exit 1
}

cleanup() {
    local n
    for n in "${!pid[@]}"; do kill_service "$n"; done
    if type -t cleanup_more >/dev/null; then cleanup_more; fi
    if [ -n "$postgres" ]; then
        # The server ends when no one is left who could tell it anything.
        exec {commands}>&-
        wait "$postgres" || true
    fi
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

# Milliseconds, of a clock that only runs forward as far as these scripts care.
now() { date +%s%3N; }

seconds() { # milliseconds
    printf '%d.%d' $(($1 / 1000)) $(($1 % 1000 / 100))
}

# A random number below a bound.
random() { echo $(((RANDOM * 32768 + RANDOM) % $1)); }

# --- instances

# Unpacks the jar and archives its classes as they are once loaded, as the image does: starts take half the time.
prepare() {
    local jar unpacked
    jar=$(find target -maxdepth 1 -name 'feedforward-*.jar' -print -quit 2>/dev/null || true)
    [ -n "$jar" ] || lose "there is no jar in target: ./mvnw package makes it"
    say "$jar on $("$java" -version 2>&1 | sed -n 2p)"
    unpacked=target/unpacked-$("$java" -version 2>&1 | cksum | cut -d' ' -f1)
    if ! [ "$unpacked/classes.jsa" -nt "$jar" ]; then
        rm -rf "$unpacked"
        "$java" -Djarmode=tools -jar "$jar" extract --destination "$unpacked" --application-filename feedforward.jar \
            >"$work/log-0"
        "$java" -XX:ArchiveClassesAtExit="$unpacked/classes.jsa" -Dspring.context.exit=onRefresh -jar \
            "$unpacked/feedforward.jar" --server.port=0 --feedforward.data-dir="$work/first" >"$work/log-0" 2>&1 </dev/null ||
            lose "the service cannot start: $(tail -n 30 "$work/log-0")"
    fi
    quick=(-XX:SharedArchiveFile="$unpacked/classes.jsa" -Xshare:auto -jar "$unpacked/feedforward.jar")
}

free_port() {
    local candidate
    while candidate=$((20000 + $(random 12000))); (exec 4<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null; do :; done
    echo "$candidate"
}

# Has instances started with disturb.c between them and their C library: set_ahead and set_read_only disturb them from
# then on. Without a C compiler the script ends here, which is a failure where CI is set.
use_disturbances() {
    disturbing=$work/disturb.so
    if ! "${CC:-cc}" -O2 -shared -fPIC -o "$disturbing" src/test/scripts/disturb.c -ldl 2>"$work/cc"; then
        say "NOT TESTED: disturb.c cannot be compiled here: $(head -n 3 "$work/cc")"
        exit "${CI:+1}"
    fi
}

# Sets the clock of an instance, started or not, so many seconds ahead.
set_ahead() { # instance seconds
    printf '%-15s\n' "$2" 1<>"$work/ahead-$1"
}

# What is below the directory can be written by an instance (0), or cannot (1).
set_read_only() { # instance 0|1
    printf '%-15s\n' "$2" 1<>"$work/read-only-$1"
}

# Starts an instance, at the port that it had before if it had one.
launch() { # instance [option...]
    local n=$1
    shift
    [ -n "${port[$n]-}" ] || port[$n]=$(free_port)
    local disturbed=()
    if [ -n "$disturbing" ]; then
        [ -e "$work/ahead-$n" ] || set_ahead "$n" 0
        [ -e "$work/read-only-$n" ] || set_read_only "$n" 0
        disturbed=(env LD_PRELOAD="$disturbing" DISTURB_CLOCK="$work/ahead-$n" DISTURB_READ_ONLY="$work/read-only-$n"
            DISTURB_DIRECTORY="$work/data")
    fi
    "${disturbed[@]}" "$java" "${quick[@]}" --server.port="${port[$n]}" --server.address=127.0.0.1 \
        "${database[@]}" "${options[@]}" "$@" >>"$work/log-$n" 2>&1 </dev/null &
    pid[$n]=$!
}

await_ready() { # instance...
    local n deadline=$((SECONDS + patience))
    for n in "$@"; do
        until [ "$(code "$n" /actuator/health/readiness)" = 200 ]; do
            kill -0 "${pid[$n]}" 2>/dev/null || lose "instance $n did not start"
            ((SECONDS < deadline)) || lose "instance $n did not start within $patience s"
            sleep 0.1
        done
    done
}

start() { # instance...
    local n
    for n in "$@"; do launch "$n"; done
    await_ready "$@"
}

kill_service() { # instance
    [ -n "${pid[$1]-}" ] || return 0
    kill -9 "${pid[$1]}" 2>/dev/null || true
    { wait "${pid[$1]}" || true; } 2>/dev/null
    unset "pid[$1]"
}

get() { curl -sS --max-time 30 "http://127.0.0.1:${port[$1]}$2"; } # instance path

# The status of the answer, 000 if there is none.
code() { curl -s -o /dev/null --max-time 10 -w '%{http_code}' "http://127.0.0.1:${port[$1]}$2" || true; } # instance path

post() { # instance path; the body from stdin, its answer's status to stdout, the answer to $work/answer
    curl -s -o "$work/answer" --max-time 30 -w '%{http_code}' -H 'Content-Type: application/json' -d @- \
        "http://127.0.0.1:${port[$1]}$2" || true
}

# --- databases

use_sqlite() {
    database=(--feedforward.data-dir="$work/data")
    url=jdbc:sqlite:$work/data/feedforward.db
}

# The class path of the tests, found once for each pom.xml.
class_path() {
    local found=target/test-class-path
    if ! [ "$found" -nt pom.xml ]; then
        ./mvnw -q -B -o dependency:build-classpath -Dmdep.outputFile="$found" >"$work/maven" 2>&1 ||
            ./mvnw -q -B dependency:build-classpath -Dmdep.outputFile="$found" >"$work/maven" 2>&1 ||
            lose "the class path cannot be found: $(cat "$work/maven")"
    fi
    cat "$found"
}

use_postgres() {
    local path
    path=$(class_path)
    mkfifo "$work/commands" "$work/replies"
    "$java" -cp "$path" src/test/java/dev/feedforward/script/PostgresServer.java "$work/postgres" \
        <"$work/commands" >"$work/replies" 2>"$work/log-postgres" &
    postgres=$!
    exec {commands}>"$work/commands" {replies}<"$work/replies"
    read -r -t "$patience" url <&"$replies" || lose "PostgreSQL did not start: $(tail -n 20 "$work/log-postgres")"
    url="${url%%\?*}?user=postgres"
    database=(--spring.datasource.url="${url%%\?*}" --spring.datasource.username=postgres
        --feedforward.data-dir="$work/unused")
}

tell_postgres() { # stop, kill, freeze, start, lock and a table, or unlock
    local reply
    echo "$1" >&"$commands"
    read -r -t "$patience" reply <&"$replies" || lose "PostgreSQL did not $1: $(tail -n 20 "$work/log-postgres")"
}

# Asks the database itself; the embedded one only while no instance has it.
ask() { # query...
    "$java" -cp "$(class_path)" src/test/java/dev/feedforward/script/Sql.java "$url" "$@" 2>"$work/log-ask" ||
        lose "the database does not answer: $(tail -n 20 "$work/log-ask")"
}

# The instance that runs a job on PostgreSQL, or nothing.
runner_of() { # job
    local n by
    by=$(ask "select picked_by from scheduled_tasks where task_instance like '$1-%' and picked")
    for n in "${!port[@]}"; do [[ "$by" == *:${port[$n]} ]] && echo "$n"; done
    return 0
}

# --- jobs

# Rows for a training, as JSON, by a formula: "inputs":[...],"answers":[...], or with another prefix.
table() { # rows, first row, "class" or "number", prefix of the names ("", or "test" with capitals)
    awk -v rows="$1" -v first="$2" -v kind="$3" -v test="$4" 'BEGIN {
        for (i = first; i < first + rows; i++) {
            line = ""; sum = 0
            for (j = 1; j <= 8; j++) {
                x = sin(i * 12.9898 + j * j * 78.233)
                line = line sprintf("%s%.4f", j > 1 ? "," : "", x)
                sum += x * (j % 3 - 1) + x * x / j
            }
            inputs = inputs (i > first ? "," : "") "[" line "]"
            answer = kind == "number" ? sprintf("%.4f", sum) : sum < 0.6 ? "\"low\"" : sum < 1.6 ? "\"middle\"" : "\"high\""
            answers = answers (i > first ? "," : "") answer
        }
        printf test ? "\"testInputs\":[%s],\"testAnswers\":[%s]" : "\"inputs\":[%s],\"answers\":[%s]", inputs, answers
    }'
}

# One of the kinds of training; "length" is how long it takes in seconds of one core, more or less.
body() { # name kind length
    local length=$3
    printf '{"name":"%s",' "$1"
    case $2 in
    1) # the course's, full batch
        printf '"training":{"iterations":%d,"seed":5,"recordEvery":1000}}' $((length * 1500000)) ;;
    2) # classes in mini-batches by Adam, with dropout, validation, early stopping and rows to test with
        table 200 0 class ""
        printf ','
        table 40 900 class test
        printf ',"preset":"classifier","network":{"hidden":[{"neurons":32,"dropout":0.2},16]},
            "training":{"epochs":%d,"batchSize":16,"seed":7,"validationFraction":0.2,"recordEvery":50,
            "earlyStopping":{"patience":%d}}}' $((length * 1000)) $((length * 500)) ;;
    3) # numbers in mini-batches by momentum, with a schedule and a penalty; it stops early
        table 300 0 number ""
        printf ',"preset":"regressor","network":{"hidden":[24],"activation":"tanh"},
            "training":{"epochs":%d,"batchSize":32,"seed":9,"recordEvery":100,"optimizer":"momentum","learningRate":0.001,
            "l2":0.0001,"learningRateSchedule":"cosine","earlyStopping":{"patience":%d}}}' $((length * 3000)) $((length * 250)) ;;
    4) # full batch by RMSprop, through two layers, with rows to test with
        table 60 0 number ""
        printf ','
        table 20 900 number test
        printf ',"preset":"regressor","network":{"hidden":[16,{"neurons":8,"activation":"gelu"}]},
            "training":{"iterations":%d,"batchSize":null,"seed":11,"recordEvery":20,"optimizer":"rmsprop","learningRate":0.0005,
            "earlyStopping":null,"validationFraction":0}}' $((length * 12000)) ;;
    5) # classes through large layers by AdamW: its checkpoints take 3 MB
        table 200 0 class ""
        printf ',"preset":"classifier","network":{"hidden":[512,256]},
            "training":{"epochs":%d,"batchSize":32,"seed":13,"recordEvery":5,"optimizer":"adamw","learningRate":0.0001,
            "earlyStopping":null,"validationFraction":0}}' $((length * 60)) ;;
    esac
}

# Submits a job; its number is in $job.
submit() { # instance name kind length
    local status
    status=$(body "$2" "$3" "$4" | post "$1" /train)
    [ "$status" = 202 ] || lose "POST /train was answered with $status instead of 202: $(cat "$work/answer")"
    [[ $(<"$work/answer") =~ \"id\":([0-9]+) ]] || lose "a 202 without a job: $(cat "$work/answer")"
    job=${BASH_REMATCH[1]}
}

# Looks at a job: its JSON is in $found, its status in $status, and its iteration in $iteration.
look() { # instance job
    found=$(get "$1" "/jobs/$2") || lose "instance $1 does not answer for job $2"
    [[ $found =~ \"status\":\"([a-z]+)\" ]] || lose "job $2 is lost: $found"
    status=${BASH_REMATCH[1]}
    [[ $found =~ \"progress\":\{\"iteration\":([0-9]+) ]] || lose "job $2 has no progress: $found"
    iteration=${BASH_REMATCH[1]}
}

await_status() { # instance job status...
    local n=$1 id=$2 deadline=$((SECONDS + patience))
    shift 2
    until look "$n" "$id" && [[ " $* " == *" $status "* ]]; do
        [[ $status =~ queued|running|paused ]] || lose "job $id has ended as it should not: $found"
        ((SECONDS < deadline)) || lose "job $id is not $* within $patience s: $found"
        sleep 0.2
    done
}

# The iteration of a job's last checkpoint, or nothing.
stored_iteration() { ask "select iteration from checkpoint where job_id = $1"; } # job

# Waits until a job that was left at a checkpoint runs beyond it; the first that was seen of that is in $from.
await_beyond() { # instance job iteration milliseconds
    local deadline=$(($(now) + $4))
    until look "$1" "$2" && [ "$status" = running ] && ((iteration > $3)); do
        (($(now) < deadline)) || lose "job $2 does not go on from iteration $3 within $(seconds "$4") s: $found"
        sleep 0.1
    done
    from=$iteration
}

# All that must not differ from an undisturbed training: every point of every column, the figures, and the weights.
fingerprint() { # instance job name
    get "$1" "/jobs/$2/cost" | sed 's/"job":[0-9]*,//'
    echo
    get "$1" "/jobs/$2" | sed 's/.*"progress":\({"iteration":[0-9]*\).*\("stoppedBecause":.*\),"links".*/\1 \2/; s/"seconds":[0-9.E-]*,*//'
    echo
    get "$1" "/models/$3/versions/1" | grep -o '"weightsSha256":"[0-9a-f]*"' || true
}

# Trains each kind undisturbed, once.
train_references() { # instance length
    local kind ids=()
    for ((kind = 1; kind <= kinds; kind++)); do
        submit "$1" "reference-$kind" "$kind" "$2"
        ids+=("$job")
    done
    for ((kind = 1; kind <= kinds; kind++)); do
        await_status "$1" "${ids[kind - 1]}" succeeded
        fingerprint "$1" "${ids[kind - 1]}" "reference-$kind" >"$work/expected-$kind"
        grep -q weightsSha256 "$work/expected-$kind" || lose "kind $kind has no weights"
    done
}

# An ended job has succeeded, and has made one version of its model, with nothing that differs.
check_ended() { # instance job name kind
    look "$1" "$2"
    [ "$status" = succeeded ] || lose "job $2 ($3) has not succeeded: $found"
    [[ $found == *"\"model\":{\"name\":\"$3\",\"version\":1}"* ]] || lose "job $2 made another model: $found"
    [ "$(code "$1" "/models/$3/versions/2")" = 404 ] || lose "job $2 ($3) made more than one model"
    fingerprint "$1" "$2" "$3" >"$work/fingerprint"
    cmp "$work/expected-$4" "$work/fingerprint" || {
        cp "$work/expected-$4" "$work/fingerprint" /tmp 2>/dev/null || true
        lose "job $2 ($3) differs from kind $4 undisturbed, see /tmp/expected-$4 and /tmp/fingerprint"
    }
}
