package dev.feedforward.page;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.slf4j.LoggerFactory;

/** Chromium without a window, driven by WebDriver. */
record Browser(ChromeDriver driver) implements AutoCloseable {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    /** Where Debian has the browser without a window, at half the cost; its script on the PATH would outlive a test. */
    private static final File WINDOWLESS = new File("/usr/lib/chromium/chromium-headless-shell");

    /** Held, or its level would be forgotten: it warns of commands that are not used here. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final String MISSING = "The page is not tested: there is no Chromium with chromedriver on the PATH"
            + " (on Debian: apt-get install chromium chromium-driver).";

    /** Starts it; without one the tests are aborted, and fail where continuous integration runs them. */
    static Browser start() {
        Optional<File> browser = Stream.concat(
                        Stream.of(WINDOWLESS).filter(File::canExecute),
                        BROWSERS.stream().flatMap(Browser::onPath))
                .findFirst();
        Optional<File> driver = onPath("chromedriver").findFirst();
        if (browser.isEmpty() || driver.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(MISSING);
            }
            LoggerFactory.getLogger(Browser.class).warn(MISSING);
            Assumptions.abort(MISSING);
        }
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .build();
        return new Browser(new ChromeDriver(service, options(browser.orElseThrow())));
    }

    private static ChromeOptions options(File browser) {
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--window-size=1280,800");
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
        return options;
    }

    private static Stream<File> onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> new File(folder, program))
                .filter(File::canExecute);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
