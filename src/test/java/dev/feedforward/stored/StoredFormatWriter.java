package dev.feedforward.stored;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the files that {@link StoredFormatTests} reads, with the service as it is: once for each format of what is
 * stored, into a directory that is not there yet. {@code java -cp <class path of the tests>
 * dev.feedforward.stored.StoredFormatWriter src/test/resources/stored/format-2}.
 */
final class StoredFormatWriter {

    static final String DATABASE = "feedforward.db";

    private static final String PLANTS = plants();
    private static final String PLANT = "{\"inputs\":[{\"height\":1.5,\"width, in mm\":2.5,\"colour\":\"red\"}]}";

    /** What is trained to its end. */
    private static final List<String> TRAINED = List.of(
            "{}",
            "{'name':'plants', 'dataset':'plants', 'preset':'classifier', 'training':{'epochs':30}}",
            "{'from':{'model':'plants','version':1}, 'dataset':'plants', 'training':{'epochs':10}}",
            "{'name':'numbers', 'preset':'regressor', 'training':{'epochs':50}, "
                    + "'inputs':[[1,10],[2,30],[3,20],[4,50],[5,40],[6,60],[7,90],[8,80]], "
                    + "'answers':[[11,-1],[32,-2],[23,-3],[54,-4],[45,-5],[66,-6],[97,-7],[88,-8]], "
                    + "'testInputs':[[2,20],[5,50]], 'testAnswers':[[22,-2],[55,-5]], 'expect':{'costBelow':1000}}",
            "{'name':'spiral', 'dataset':{'name':'spiral','noise':10,'samples':100,'seed':7}, "
                    + "'network':{'hidden':[8,{'neurons':4,'activation':'gelu','dropout':0.1,'bias':false}], "
                    + "'activation':'leaky_relu', 'bias':true}, 'training':{'epochs':20, 'batchSize':10, "
                    + "'optimizer':'adamw', 'learningRateSchedule':'cosine', 'l1':0.001, 'l2':0.001}}",
            "{'name':'given', 'inputs':[[0,1],[1,0]], 'answers':[1,0], 'testInputs':[[1,1]], "
                    + "'network':{'hidden':[], 'initialWeights':[{'weights':[[0.5],[-0.25]]}]}, "
                    + "'training':{'iterations':10}}",
            "{'name':'diverged', 'inputs':[[1],[2],[3]], 'answers':[1000,2000,3000], "
                    + "'network':{'hidden':[3], 'outputActivation':'identity'}, "
                    + "'training':{'learningRate':1000000, 'iterations':100}}");

    /** What is paused on its way, each with a state of its own. */
    private static final List<String> PAUSED = List.of(
            "'optimizer':'sgd', 'batchSize':4, 'learningRateSchedule':'step'",
            "'optimizer':'momentum', 'batchSize':4, 'learningRate':0.001, 'gradientClipping':{'maxNorm':1}",
            "'optimizer':'nesterov', 'batchSize':4, 'learningRate':0.001, 'learningRateSchedule':'cosine'",
            "'optimizer':'adagrad', 'batchSize':4, 'l1':0.001",
            "'optimizer':'rmsprop', 'batchSize':4, 'learningRate':0.001, 'earlyStopping':{'patience':1000000}, "
                    + "'validationFraction':0.25",
            "'optimizer':'adam', 'batchSize':4, 'learningRate':0.001",
            "'optimizer':'adamw', 'learningRate':0.001");

    /** Fields of a model's provenance that tell who let its job go on. */
    private static final Set<String> RESUMED_BY = Set.of("java", "version");

    private StoredFormatWriter() {}

    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectory(Path.of(arguments[0]));
        Path data = Files.createTempDirectory("stored");
        Path copy = Files.createTempDirectory("stored");
        Map<String, JsonNode> read = new LinkedHashMap<>();
        List<String> paused = new ArrayList<>();
        try (StoredService service = StoredService.on("--feedforward.data-dir=" + data)) {
            service.putCsv("/datasets/plants?missing=mean&test=0.25&seed=3", PLANTS);
            for (String request : TRAINED) {
                service.post("/train?wait=60", request.replace('\'', '"'));
            }
            for (int i = 0; i < PAUSED.size(); i++) {
                paused.add(pause(service, i));
            }
            cancel(service);
            for (String path : paths(service)) {
                read.put(path, StoredAnswers.lasting(service.answer(path)));
            }
        }
        byte[] database = Files.readAllBytes(data.resolve(DATABASE));
        Files.write(copy.resolve(DATABASE), database);
        write(target, DATABASE, database);
        StoredRows rows = StoredRows.of(new DriverManagerDataSource("jdbc:sqlite:" + data.resolve(DATABASE)));
        write(target, StoredRows.FILE, rows.write().getBytes(StandardCharsets.UTF_8));
        StoredAnswers answers = new StoredAnswers(read, resumed(copy, paused));
        write(target, StoredAnswers.FILE, answers.write().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Map<String, JsonNode>> resumed(Path data, List<String> jobs) throws Exception {
        Map<String, Map<String, JsonNode>> resumed = new LinkedHashMap<>();
        try (StoredService service = StoredService.on("--feedforward.data-dir=" + data)) {
            for (String job : jobs) {
                Map<String, JsonNode> answers = new LinkedHashMap<>();
                for (String path : service.resume(job)) {
                    JsonNode answer = StoredAnswers.lasting(service.get(path));
                    if (answer.path("provenance") instanceof ObjectNode provenance) {
                        provenance.remove(RESUMED_BY);
                    }
                    answers.put(path, answer);
                }
                resumed.put(job, answers);
            }
        }
        return resumed;
    }

    /** Trains a job for a while and pauses it; answers its path. */
    private static String pause(StoredService service, int number) throws Exception {
        String rows = IntStream.range(0, 24)
                .mapToObj(i -> "[%d,%d]".formatted(i % 7 - 3, i % 5 - 2))
                .collect(Collectors.joining(","));
        String answers = IntStream.range(0, 24)
                .mapToObj(i -> String.valueOf((i % 7 - 3) * (i % 5 - 2) > 0 ? 1 : 0))
                .collect(Collectors.joining(","));
        String body = "{'name':'paused-%d', 'inputs':[%s], 'answers':[%s], "
                + "'network':{'hidden':[{'neurons':4,'dropout':0.1}], 'activation':'tanh', 'bias':true}, "
                + "'training':{'iterations':200000, 'recordEvery':2000, 'shuffle':true, 'seed':%d, %s}}";
        JsonNode job = service.post(
                "/train",
                body.formatted(number, rows, answers, number, PAUSED.get(number))
                        .replace('\'', '"'));
        String path = "/jobs/" + job.get("id").asLong();
        while (service.get(path).get("progress").get("iteration").asLong() < 10_000) {
            Thread.onSpinWait();
        }
        service.post(path + "/pause", "");
        return path;
    }

    private static void cancel(StoredService service) throws Exception {
        JsonNode job = service.post("/train", "{\"name\":\"cancelled\",\"training\":{\"iterations\":100000000}}");
        String path = "/jobs/" + job.get("id").asLong();
        while (service.get(path).get("progress").get("iteration").asLong() == 0) {
            Thread.onSpinWait();
        }
        service.post(path + "/cancel", "");
    }

    /** What is asked of what is stored. */
    private static List<String> paths(StoredService service) throws Exception {
        List<String> paths = new ArrayList<>(List.of("/datasets/plants", "/datasets/plants/rows?limit=100"));
        for (JsonNode listed : service.get("/jobs").get("items")) {
            String job = listed.get("links").get("self").asString();
            JsonNode links = service.get(job).get("links");
            paths.add(job);
            paths.add(job + "/cost");
            if (links.has("model")) {
                paths.add(links.get("model").asString());
            }
        }
        paths.addAll(List.of(
                "/predict?model=course&version=1&bits=0110",
                "/predict?model=course&version=1&iteration=5000&bits=0110",
                "/predict?model=plants&version=1 " + PLANT,
                "/predict?model=plants&version=2&iteration=5 " + PLANT,
                "/predict?model=numbers&version=1&inputs=3,35",
                "/predict?model=spiral&version=1&iteration=50&inputs=1,-1",
                "/models/plants/versions/1/evaluation",
                "/models/numbers/versions/1/evaluation",
                "/models/spiral/versions/1/evaluation"));
        return paths;
    }

    /** Two numbers, of which some are missing, a colour, and a kind to answer; one name needs quotes. */
    private static String plants() {
        StringBuilder csv = new StringBuilder("height,\"width, in mm\",colour,kind\n");
        for (int i = 0; i < 60; i++) {
            csv.append(i % 13 == 12 ? "" : "%d.%d".formatted(i % 3 + 1, i % 10))
                    .append(',')
                    .append(i % 5 - 0.25)
                    .append(',')
                    .append(List.of("red", "blue", "grün").get(i % 4 % 3))
                    .append(',')
                    .append(List.of("oak", "elm", "ash").get(i % 3))
                    .append('\n');
        }
        return csv.toString();
    }

    private static void write(Path directory, String name, byte[] content) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(directory.resolve(name + ".gz")))) {
            file.write(content);
        }
    }
}
