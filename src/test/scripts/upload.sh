#!/usr/bin/env bash
#
# Measures what the upload of a data set takes: time and memory.
#
#   ./mvnw package -DskipTests && src/test/scripts/upload.sh [rows] [heap]
#
# Makes a CSV file of pictures of 784 points (60000 of them: 131 MB), starts the packaged jar with a small heap (256m),
# and uploads the file as it is and compressed by gzip, each twice. Prints megabytes of CSV a second, and the most memory
# that the process has had so far.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if an upload fails.

set -euo pipefail

rows=${1:-60000}
heap=${2:-256m}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
patience=120 # seconds for the service to start

cd "$(dirname "$0")/../../.."
jar=$(find target -maxdepth 1 -name 'feedforward-*.jar' -print -quit 2>/dev/null || true)
[ -n "$jar" ] || { echo "There is no jar: ./mvnw package -DskipTests" >&2; exit 1; }
work=$(mktemp -d)
service=

cleanup() {
    [ -z "$service" ] || kill "$service" 2>/dev/null || true
    [ -z "$service" ] || wait "$service" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

echo "making $rows rows ..."
"$java" src/test/scripts/Pictures.java "$work/pictures.csv" "$rows"
gzip -k -1 "$work/pictures.csv"

"$java" "-Xmx$heap" -jar "$jar" --server.port=0 --server.address=127.0.0.1 --feedforward.data-dir="$work/data" \
    >"$work/log" 2>&1 </dev/null &
service=$!
port=
deadline=$((SECONDS + patience))
until curl -sf -o /dev/null --max-time 5 "http://127.0.0.1:${port:-0}/actuator/health/readiness"; do
    if ! kill -0 "$service" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
        echo "FAILED: the service did not start" >&2
        tail -n 20 "$work/log" >&2
        exit 1
    fi
    sleep 0.3
    port=$(sed -n 's/.*Tomcat started on port \([0-9]*\).*/\1/p' "$work/log" | tail -n 1)
done

upload() {
    local file=$1 bytes answer seconds
    bytes=$(stat -c %s "$work/pictures.csv")
    answer=$(curl -s -o "$work/answer" -w '%{http_code} %{time_total}' -T "$work/$file" \
        "http://127.0.0.1:$port/datasets/pictures?answers=label&categories=label&test=0.1")
    seconds=${answer#* }
    if [ "${answer%% *}" != 200 ] && [ "${answer%% *}" != 201 ]; then
        echo "FAILED: $file was answered ${answer%% *}" >&2
        cat "$work/answer" >&2
        exit 1
    fi
    awk -v file="$file" -v bytes="$bytes" -v seconds="$seconds" \
        -v memory="$(awk '/VmHWM/ {print $2}' "/proc/$service/status")" \
        'BEGIN {printf "%-16s %6.1f s  %6.1f MB/s  peak %d MB\n", file, seconds, bytes / seconds / 1e6, memory / 1024}'
}

for _ in 1 2; do
    upload pictures.csv
    upload pictures.csv.gz
done
