#!/usr/bin/env bash
#
# Sends requests that are drawn from the OpenAPI document, and judges every answer: no fault of the service, nothing of
# its insides, status, headers and body as documented. It is the test GeneratedRequestsTests, at length; each fault is
# shown with a line that sends its request again.
#
#   src/test/scripts/generated-requests.sh [requests [seed [directory]]]
#
# With a directory, the data is kept there for the next run.

set -euo pipefail
cd "$(dirname "$0")/../../.."
exec ./mvnw -q -B -ntp test -Dtest=GeneratedRequestsTests -Dsurefire.trimStackTrace=true \
    -Dgenerated.requests="${1:-100000}" -Dgenerated.seed="${2:-$(date +%s)}" ${3:+-Dgenerated.data="$3"}
