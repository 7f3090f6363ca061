package dev.feedforward.error;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of problem, each with a page at {@link #uri()} that explains it to somebody who meets it first. */
public enum ProblemType {
    NO_MODEL_YET(
            409,
            "There is no model yet",
            "The question needs a trained network, and none has been trained here so far. Training the course's example"
                    + " takes less than a second.",
            "No model has been trained yet.",
            "Train one first: curl -X POST '{service}/train?wait=10'"),
    ONLY_FAILED_MODELS(
            409,
            "Only models of failed jobs are there",
            "Where no version is named, the newest one is taken that comes of a job that did not fail. Here the jobs of all"
                    + " versions failed, which a job does whose network is not what the field expect says. They are"
                    + " kept to be looked at, and answer where their version is named.",
            "All versions of the model \"hasty\" come of jobs that failed, as hasty version 1 does; none of them is taken"
                    + " unless it is named.",
            "Train again, or name the version: curl '{service}/predict?bits=0110&model=hasty&version=1'"),
    MODEL_NOT_FOUND(
            404,
            "No such model",
            "Models are found by name and, where one is given, by version. The name may be misspelt, the version may"
                    + " not have been trained yet, or the model was deleted.",
            "There is no model \"corse\".",
            "List the models: curl {service}/models"),
    JOB_NOT_FOUND(
            404,
            "No such job",
            "Each training run is a job with a number. The number may be wrong, or the job was deleted after it ended.",
            "There is no job 99.",
            "List the jobs: curl {service}/jobs"),
    DATASET_NOT_FOUND(
            404,
            "No such data set",
            "Data sets are found by the name under which they were uploaded, or under which the service brings them"
                    + " along. The name may be misspelt, or the data set was deleted.",
            "There is no data set \"irsi\".",
            "List the data sets: curl {service}/datasets"),
    ROWS_GONE(
            409,
            "The model's rows are gone",
            "A model's training and test rows are kept with the job that trained it, or in the data set that this job"
                    + " names. Where these are deleted, the model still predicts, but what is found by going through"
                    + " its rows or its training again can no longer be answered.",
            "The rows of course version 1 were kept with the job that trained it, which is deleted.",
            "Train it again."),
    NOT_FOUND(
            404,
            "Nothing is here",
            "The service has nothing at this path. The path may be misspelt, or a part of it, such as a number, is"
                    + " missing.",
            "There is nothing at /trian.",
            "See what the service can do: {service}/swagger-ui.html"),
    WRONG_STATE(
            409,
            "Not possible in this state",
            "The thing exists, but what was asked does not fit its present state. A job that has ended can no longer"
                    + " be cancelled, and one that is still running cannot be deleted.",
            "Job 7 has already succeeded, so it cannot be cancelled.",
            "Look at its state: curl {service}/jobs/7"),
    CONFLICT(
            409,
            "In conflict with what is there",
            "The request is fine by itself, but contradicts something the service holds already. One such case is an"
                    + " Idempotency-Key that was used before with another body.",
            "The Idempotency-Key \"monday\" was used before, with another body.",
            "Send the same body again, or choose another key."),
    MALFORMED_JSON(
            400,
            "This is not JSON",
            "The body could not be read as JSON, so nothing in it was looked at. Typical causes are a comma too many,"
                    + " single quotes, an unclosed bracket, the same field twice, or a shell that ate the quotes.",
            "Line 1, column 12: a value was expected, but there is ','.",
            "Put the body between single quotes: curl --json '{\"name\": \"mine\"}' {service}/train"),
    INVALID_PARAMETER(
            400,
            "A parameter cannot be used",
            "A part of the URL, either in its path or behind its question mark, is missing, is not of its type, or is"
                    + " none that the call takes. A number must be written as digits, and names must be written"
                    + " exactly; nothing that is misspelt is left out without a word.",
            "The parameter wait is \"soon\", which is not a whole number.",
            "Write a number: curl -X POST '{service}/train?wait=10'"),
    BAD_REQUEST(
            400,
            "This is not a proper HTTP request",
            "The request broke a rule of HTTP before the service could look at it. Typical causes are a space or bracket"
                    + " in the URL that is not percent-encoded, or a URL that the shell cut at an ampersand.",
            "The URL contains the character '{', which must be percent-encoded.",
            "Put the URL between quotes and let curl encode it: curl -G --data-urlencode 'rule=.11.'"
                    + " {service}/truth-table"),
    INVALID_REQUEST(
            422,
            "The body cannot be used",
            "The body is proper JSON, but some of its values cannot be used. All of them are listed in errors, each with"
                    + " a pointer to where it stands in the body: #/training/learningRate is the field learningRate"
                    + " inside the field training.",
            "#/training/learningRate: must be greater than 0, but is -1",
            "Correct what errors lists and send the request again."),
    INVALID_DATASET(
            422,
            "The file cannot be used",
            "The file could be read, but some of it cannot be trained on: a text where numbers are, a line with too"
                    + " many values, a value that is missing. The first of them are listed in errors, each with the line"
                    + " of the file and the column. Nothing of the file was kept.",
            "line 7, column \"petal length\": \"tall\" is not a number, as the column's other values are",
            "Correct what errors lists and send the file again."),
    NO_TEST_ROWS(
            409,
            "There are no such rows",
            "How good a model is shows in rows that it has not learned from. These can be set aside when it is trained"
                    + " (testInputs and testAnswers, or a share of a data set), or come from another data set.",
            "xor version 1 was trained without rows to test with.",
            "Name a data set with dataset=, or say rows=training."),
    DATASET_DOES_NOT_FIT(
            422,
            "The data set does not fit the model",
            "A model can be judged by other rows than its own where these have the columns that it was trained on, by name"
                    + " or in their order, and answers of the kind that it gives.",
            "The data set cannot be put to the model. It has 13 inputs, the model takes 4: sepal length, sepal width, petal"
                    + " length, petal width.",
            "Name a data set with the same columns, or a model that was trained on such."),
    WRONG_INPUT_SIZE(
            422,
            "The wrong number of inputs",
            "A network has as many inputs as the rows it was trained on, and takes exactly that many. The course's"
                    + " network takes four.",
            "The model \"course\" takes 4 inputs, but 3 were given.",
            "Give as many as the model takes: curl '{service}/predict?bits=0110'"),
    TOO_MANY_ANSWERS(
            422,
            "Too many answers at once",
            "A network answers every row with as many numbers as it has outputs. All of them together would take more"
                    + " memory than one request may have.",
            "100000 rows through the 100 outputs of digits version 1 are 10000000 numbers, of at most 5000000.",
            "Ask about fewer rows at a time."),
    TOO_LARGE_FOR_MEMORY(
            422,
            "Too large for the memory",
            "What a request takes of the service's memory is worked out before it is done, and this takes more than there"
                    + " is for requests and trainings together. Everything else goes on.",
            "This takes 512 MB of memory or more, of at most 409.",
            "Ask for less at a time, such as fewer rows; or start the service with a larger heap, java -Xmx…."),
    MODEL_TOO_LARGE(
            422,
            "The model is too large for that",
            "The answer would hold every weight of the model as text, and the model has more of them than one answer may"
                    + " have.",
            "digits version 1 has 2000000 weights and biases; a script is written for at most 1000000.",
            "Ask the service itself: curl '{service}/predict?bits=0110'"),
    REPLAY_TOO_LONG(
            422,
            "The training would take too long to replay",
            "The network of an earlier iteration is found by training again up to there, to the same bits. That is done"
                    + " while the caller waits, so it may take a few seconds at most.",
            "To train course again up to iteration 9000000 takes about 41 s, of at most 3 s.",
            "Ask for an earlier iteration."),
    EXPECTATION_NOT_MET(
            422,
            "The training did not reach what was expected",
            "The request said what the trained network must achieve, in its field expect, and it did not. The model is"
                    + " kept, so that you can look at what it does. More iterations, another learning rate or another"
                    + " seed may help.",
            "The cost is 0.031, but below 0.01 was expected.",
            "Train longer or change the learning rate; the cost curve shows which: curl"
                    + " '{service}/cost?format=txt'"),
    DIVERGED(
            422,
            "The training diverged",
            "Each correction of the weights was so large that it overshot and made the error larger, until the numbers were"
                    + " beyond all bounds. The learning rate is too high for these rows, or the rows hold numbers that are"
                    + " too large. There is no model, but the cost history up to there is kept.",
            "The training diverged: at iteration 12 of 10,000 its loss was no longer a finite number, after 3.1e301 at the"
                    + " last recorded point before. It left no model; its cost history is kept.",
            "Train again with {\"training\":{\"standardizeInputs\":true}} in the request, or with a lower"
                    + " training.learningRate."),
    EXPECTATION_UNDECIDED(
            409,
            "What was expected is not decided",
            "The request said what the trained network must achieve, in its field expect, and its caller waited for that."
                    + " But the job did not come to its end within that time, so it cannot be told yet. The job goes on,"
                    + " unless it was paused or cancelled; sending the request again would start another one.",
            "Job 7 is running, at iteration 1200 of 1000000, so what was expected of it is not decided yet.",
            "Wait on: curl -sS --fail-with-body '{service}/jobs/7?wait=60'"),
    TRAINING_FAILED(
            500,
            "The training broke off",
            "A job ended by a fault of the service, not of the request. The service's log says more under the number of the"
                    + " job.",
            "Job 7 broke off by a fault of the service.",
            "Train again; if that fails too, report it with what the service's log says of the job."),
    QUEUE_FULL(
            429,
            "Too many jobs are waiting",
            "Jobs wait in a queue for their turn, and the queue is full. Nothing was started.",
            "100 jobs are waiting already.",
            "Try again after the seconds that the header Retry-After says, or cancel a job that waits."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "More was asked in a short time than the service lets through.",
            "More is being asked than the service lets through.",
            "Try again after the seconds that the header Retry-After says."),
    BODY_TOO_LARGE(
            413,
            "The body is too large",
            "The service does not read bodies beyond a limit, so that one request cannot take all its memory. For"
                    + " much data, upload a data set and name it in the request.",
            "The body has 104857600 bytes, but at most 33554432 are read.",
            "Send less, or raise feedforward.limits.body where the service is started."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "A body of this type is not read here",
            "The header Content-Type says what a body is, and the service does not read that type here. curl says"
                    + " \"form\" when called with -d alone; with --json it says JSON.",
            "The body was sent as application/x-www-form-urlencoded; application/json is read here.",
            "Send it as JSON: curl --json '{…}' {service}/train"),
    NOT_ACCEPTABLE(
            406,
            "No such form of the answer",
            "The header Accept, or the parameter format, names the forms of an answer that the caller takes, and this"
                    + " answer has none of them.",
            "The answer cannot be written as image/webp; it can be application/json.",
            "Leave out the header Accept, or name a type that the detail lists."),
    METHOD_NOT_ALLOWED(
            405,
            "Not with this method",
            "There is something at this path, but it does not take this HTTP method. What reads is a GET, what starts"
                    + " something is a POST, what uploads is a PUT.",
            "/train takes POST, not GET.",
            "Use a method that the detail names: curl -X POST {service}/train"),
    UNAUTHORIZED(
            401,
            "Who is asking?",
            "This service answers only callers that show a key, and none that it knows was shown.",
            "No key was shown.",
            "Show the key that the service's operator gave you."),
    FORBIDDEN(
            403,
            "Not allowed",
            "The service understood, but does not let this caller do that.",
            "This is not allowed here.",
            "Ask the service's operator."),
    CROSS_SITE(
            403,
            "Asked from another web site",
            "A browser sent this on behalf of another web site. Such a page could otherwise train and delete behind"
                    + " your back, so only plain reads are let through.",
            "A page of https://example.com sent a POST.",
            "Call from the service's own page, or from a program."),
    UNKNOWN_HOST(
            421,
            "Not this service's name",
            "The header Host names the host that the caller believes to reach, and it is none of this service's. That"
                    + " keeps web pages from reaching the service under a name of their own (DNS rebinding).",
            "The request is for the host \"feedforward.example\"; this service answers to localhost.",
            "Use {service}, or start the service with --feedforward.allowed-hosts=feedforward.example"),
    URI_TOO_LONG(
            414,
            "The URL is too long",
            "The URL holds more characters than the service reads.",
            "The URL is too long.",
            "Send the data in the body of a POST."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "The URL and headers together hold more bytes than the service reads. Large cookies of other services on"
                    + " the same host are a typical cause.",
            "The URL and headers have more bytes than are read.",
            "Send the data in the body of a POST, or clear the cookies of this host."),
    REQUEST_TIMEOUT(
            408,
            "The request did not arrive in time",
            "The headers of a request have ten seconds to arrive. A body has fifteen, and each 64 KiB of it that"
                    + " come make up for a second before them. Only time counts in which the service waited for the sender, so who sends steadily"
                    + " is heard to the end. While very many wait, those who have waited longest have less time.",
            "The body did not arrive in time: in 15.0 s of waiting 12 bytes came.",
            "Send it again, all of it at once. For slow lines raise feedforward.connections.headers or"
                    + " feedforward.connections.body where the service is started."),
    EXPECTATION_FAILED(
            417,
            "The header Expect cannot be met",
            "The only value of the header Expect that HTTP defines is 100-continue.",
            "The header Expect names something unknown.",
            "Leave out the header Expect."),
    INTERNAL_ERROR(
            500,
            "The service made a mistake",
            "Something went wrong inside the service; your request may be quite right. The service's log says more under"
                    + " the incident that the detail names.",
            "Incident 3f2a91c0.",
            "Try again; if it happens again, report it with the incident from the detail."),
    NOT_IMPLEMENTED(
            501,
            "Not something this service does",
            "The request uses a part of HTTP that the service does not know.",
            "The method BREW is unknown.",
            "Use GET, POST, PUT or DELETE, and no Transfer-Encoding but chunked."),
    UNAVAILABLE(
            503,
            "Not ready",
            "The service is starting, stopping, cannot reach its database, has too little memory left for the request, or"
                    + " did not have the answer in time.",
            "The answer took longer than 30 seconds.",
            "Try again in a moment."),
    DAMAGED(
            503,
            "What is stored is damaged",
            "All that the service stores is stored with a checksum, and what was asked for no longer has the one that it was"
                    + " stored with: a fault of the disk, or of whoever wrote into the database. The service does not"
                    + " answer with it, as its numbers would be wrong. Whatever else it stores it goes on to answer.",
            "Model course version 1 is damaged: the database no longer holds what was stored of it (weights).",
            "Delete what the detail names and make it again, or put a backup in the database's place."),
    STORAGE_FULL(
            507,
            "No room is left on the disk",
            "The service could not store what it was asked to, because the disk that its database is on is full, or an"
                    + " upload would leave too little of it to the jobs, or there are as many data sets as may be. Nothing"
                    + " is lost: what was answered for is stored, jobs pause and go on by themselves once there is room.",
            "No room is left on the disk of /data.",
            "Free room on the disk that the detail names, then try again."),
    HTTP_VERSION_NOT_SUPPORTED(
            505,
            "Not this version of HTTP",
            "The request names a version of HTTP that the service does not speak.",
            "The request is in HTTP/9.9.",
            "Use HTTP/1.1.");

    private final int status;
    private final String title;
    private final String explanation;
    private final String typicalDetail;
    private final String remedy;

    ProblemType(int status, String title, String explanation, String typicalDetail, String remedy) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
        this.typicalDetail = typicalDetail;
        this.remedy = remedy;
    }

    /** The name in URLs, such as {@code no-model-yet}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The path of the page that explains the problem. */
    public String uri() {
        return "/problems/" + slug();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and where it typically comes from, for a learner. */
    public String explanation() {
        return explanation;
    }

    /** A detail as it might read. */
    public String typicalDetail() {
        return typicalDetail;
    }

    /** What usually helps; {@value Addressed#SERVICE} in it is the caller's address. */
    public String remedy() {
        return remedy;
    }

    public static Optional<ProblemType> forSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The kind that says no more than an HTTP status does; for one without its own, 400's or 500's. */
    public static ProblemType forStatus(int status) {
        return switch (status) {
            case 400 -> BAD_REQUEST;
            case 401 -> UNAUTHORIZED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 422 -> INVALID_REQUEST;
            case 429 -> TOO_MANY_REQUESTS;
            case 500 -> INTERNAL_ERROR;
            default ->
                Arrays.stream(values())
                        .filter(type -> type.status == status)
                        .findFirst()
                        .orElse(status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
        };
    }
}
