package dev.feedforward.page;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as its user meets it: by the words on its controls. */
class Page {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;
    private final String address;
    private boolean isOpen;

    Page(ChromeDriver driver, String address) {
        this.driver = driver;
        this.address = address;
    }

    /** Closes the page. Whoever needs it next without having opened it gets it as it begins. */
    void close() {
        isOpen = false;
    }

    private ChromeDriver driver() {
        if (!isOpen) {
            open("");
        }
        return driver;
    }

    /** Loads the page anew, with {@code hash} after its address, on a desktop in light colours. */
    void open(String hash) {
        isOpen = true;
        driver().get("about:blank");
        driver().executeCdpCommand("Network.enable", Map.of());
        offline(false);
        desktop();
        colours("light");
        driver().get(address + "/" + hash);
        await(By.cssSelector("#panel > *"));
    }

    /** Loads the page as a browser does that was never there. */
    void openForTheFirstTime() {
        driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        open("");
    }

    void desktop() {
        size(1280, 800, false);
    }

    void phone() {
        size(390, 844, true);
    }

    private void size(int width, int height, boolean mobile) {
        driver().executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    /** What the system asks for: light or dark. */
    void colours(String scheme) {
        driver().executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(
                                        Map.of("name", "prefers-color-scheme", "value", scheme),
                                        // Half-way through a transition, contrast is anything.
                                        Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Takes the service away from the browser, or gives it back. */
    void offline(boolean away) {
        driver().executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void tab(String name) {
        await(By.xpath("//*[@role='tab'][normalize-space()='" + name + "']")).click();
    }

    void click(String button) {
        await(By.xpath("//main//button[normalize-space()='" + button + "']")).click();
    }

    /** The control with that label. */
    WebElement field(String label) {
        WebElement named = await(By.xpath("//main//label[normalize-space()='" + label + "']"));
        return await(By.id(named.getDomAttribute("for")));
    }

    /** Types over what is there, as a person does: a field that WebDriver clears tells nobody. */
    void type(String label, String text) {
        field(label).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    void choose(String label, String option) {
        new Select(field(label)).selectByVisibleText(option);
    }

    /** Chooses where the data come from. */
    void source(String name) {
        await(By.xpath("//label[normalize-space()='" + name + "']/input")).click();
    }

    /**
     * Draws a line on the paper with the mouse: pairs of per cent of its width, from the left, and height, from above.
     */
    void draw(int... places) {
        WebElement paper = await(By.cssSelector(".paper canvas"));
        Actions pen = new Actions(driver());
        for (int i = 0; i < places.length; i += 2) {
            pen.moveToElement(paper, offset(paper, places[i]), offset(paper, places[i + 1]));
            if (i == 0) {
                pen.clickAndHold();
            }
        }
        pen.release().perform();
    }

    /** From the middle, in pixels. */
    private static int offset(WebElement square, int percent) {
        return square.getSize().width * (percent - 50) / 100;
    }

    /** Where the watched job stands, such as Training or Paused. */
    String status() {
        return await(By.cssSelector(".status .badge")).getText();
    }

    void awaitStatus(String status) {
        await("the status " + status, () -> status().equals(status));
    }

    /** The curve in words. */
    String curve() {
        return await(By.cssSelector(".chart")).getDomAttribute("aria-label");
    }

    /** A figure of the watched job, such as Iteration. */
    String figure(String name) {
        return await(By.xpath("//dt[normalize-space()='" + name + "']/following-sibling::dd"))
                .getText();
    }

    /** The call that the form stands for. */
    String curl() {
        return shown("document.querySelector('.start .curl code').textContent");
    }

    /** What there is once all that has happened is drawn, which takes the page a frame. */
    private String shown(String expression) {
        return (String) runAsync("const done = arguments[arguments.length - 1];"
                + "requestAnimationFrame(() => requestAnimationFrame(() => done(" + expression + ")))");
    }

    String text() {
        return shown("document.body.innerText");
    }

    String link() {
        return driver().getCurrentUrl();
    }

    /** All that there are right now. */
    List<WebElement> all(By what) {
        return driver().findElements(what);
    }

    WebElement await(By what) {
        return waiting()
                .withMessage(() -> "no " + what + " in: " + text())
                .until(ignored ->
                        driver().findElements(what).stream().findFirst().orElse(null));
    }

    void await(String what, BooleanSupplier holds) {
        waiting().withMessage(() -> "never " + what + " in: " + text()).until(ignored -> holds.getAsBoolean());
    }

    private WebDriverWait waiting() {
        WebDriverWait wait = new WebDriverWait(driver(), PATIENCE, Duration.ofMillis(20));
        wait.ignoring(StaleElementReferenceException.class);
        return wait;
    }

    @Nullable
    Object run(String script, Object... arguments) {
        return driver().executeScript(script, arguments);
    }

    @Nullable
    Object runAsync(String script, Object... arguments) {
        return driver().executeAsyncScript(script, arguments);
    }

    /** The links in a card that save files and are called so. */
    List<WebElement> links(String card, String name) {
        return driver().findElements(By.xpath("//section[contains(concat(' ', @class, ' '), ' " + card
                + " ')]//a[@download][normalize-space()='" + name + "']"));
    }

    /** A file that was saved. */
    record Saved(String name, byte[] content) {}

    /** What is in a file that a link saves. */
    byte[] download(String card, String name) throws IOException {
        return save(card, name).content();
    }

    /** Follows a link that saves a file, and waits for that. */
    Saved save(String card, String name) throws IOException {
        Path folder = Files.createTempDirectory("downloads");
        driver().executeCdpCommand(
                        "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
        await("a link " + name, () -> !links(card, name).isEmpty());
        links(card, name).get(0).click();
        // The file has another name until it is whole.
        await(
                "the file of " + name,
                () -> Stream.of(Objects.requireNonNull(folder.toFile().list()))
                        .anyMatch(file -> !file.startsWith(".") && !file.endsWith(".crdownload")));
        File file = Objects.requireNonNull(folder.toFile().listFiles())[0];
        byte[] content = Files.readAllBytes(file.toPath());
        Files.delete(file.toPath());
        Files.delete(folder);
        return new Saved(file.getName(), content);
    }

    /** What the browser has complained about since it was asked last. */
    List<String> consoleErrors() {
        return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }
}
