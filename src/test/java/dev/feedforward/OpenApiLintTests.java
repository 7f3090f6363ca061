package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lints the OpenAPI document with Redocly's rules, errors and warnings alike. Its version is pinned in
 * {@code src/test/redocly}, from where npm installs it below {@code target}, once; without Node.js the document is not
 * linted, and the test fails where continuous integration runs it.
 */
@FeedforwardTest
class OpenApiLintTests {

    private static final Path PINNED = Path.of("src/test/redocly");
    private static final Path INSTALLED = Path.of("target/redocly");
    private static final Path DOCUMENT = Path.of("target/openapi.json");
    private static final String MISSING = "The OpenAPI document is not linted: there is no node with npm on the PATH"
            + " (20.19 or later of Node.js 20, or 22.12 or later).";

    @Autowired
    private Caller caller;

    @Test
    void passesRedoclysLintWithoutAWarning() throws Exception {
        requireNode();
        Files.writeString(DOCUMENT, caller.get("/v3/api-docs").body());
        install();

        JsonNode said = JsonMapper.shared()
                .readTree(run(
                        "node",
                        INSTALLED + "/node_modules/@redocly/cli/bin/cli.js",
                        "lint",
                        "--format=json",
                        "" + DOCUMENT));

        assertThat(said.get("totals").get("errors").asInt()).as("%s", said).isZero();
        assertThat(said.get("problems").valueStream().map(OpenApiLintTests::shown))
                .isEmpty();
    }

    private static String shown(JsonNode problem) {
        return "%s at %s: %s"
                .formatted(
                        problem.get("ruleId").asString(),
                        problem.at("/location/0/pointer").asString(),
                        problem.get("message").asString());
    }

    private static void requireNode() throws Exception {
        Files.createDirectories(INSTALLED);
        boolean found = onPath("node").isPresent() && onPath("npm").isPresent() && isRecent(run("node", "--version"));
        if ("true".equals(System.getenv("CI"))) {
            assertThat(found).as(MISSING).isTrue();
        }
        if (!found) {
            LoggerFactory.getLogger(OpenApiLintTests.class).warn(MISSING);
        }
        assumeTrue(found, MISSING);
    }

    /** Whether a version such as v20.20.2 is one that Redocly's command line runs on. */
    private static boolean isRecent(String version) {
        Version node = Version.parse(version.strip().substring(1));
        return node.compareTo(Version.parse("20.19")) >= 0 && node.compareTo(Version.parse("21")) < 0
                || node.compareTo(Version.parse("22.12")) >= 0;
    }

    /** As the lock file says, to the hash. */
    private static void install() throws Exception {
        Path lock = PINNED.resolve("package-lock.json");
        Path done = INSTALLED.resolve("installed.json");
        if (Files.exists(done) && Files.mismatch(lock, done) < 0) {
            return;
        }
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(PINNED.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--prefix", "" + INSTALLED, "--ignore-scripts", "--no-audit", "--no-fund");
        Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All that the command writes, but for what it complains of. */
    private static String run(String... command) throws IOException, InterruptedException {
        File complaints = INSTALLED.resolve("complaints.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        // The lint ends with 1 where it finds something, and says what.
        assertThat(said.isEmpty() ? status : 0)
                .as("%s: %s", String.join(" ", command), Files.readString(complaints.toPath()))
                .isZero();
        return said;
    }

    private static Optional<File> onPath(String program) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute)
                .findFirst();
    }
}
