package dev.feedforward.web;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import jakarta.validation.constraints.Max;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** One operation for each kind of thing that can go wrong. */
@TestComponent
@RestController
class SampleController {

    record Numbers(double single, Double boxed, double[] row, double[][] rows, Sample.Flavour flavour) {}

    @PostMapping("/sample")
    Map<String, Object> post(@RequestBody(required = false) @Nullable Sample body) {
        return Map.of("body", body == null ? "none" : body);
    }

    @PostMapping("/sample/needed")
    Sample needed(@RequestBody Sample body) {
        return body;
    }

    @PutMapping(path = "/sample/csv", consumes = "text/csv")
    void csv() {}

    @GetMapping(path = "/sample/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> get(@PathVariable int number, @RequestParam Sample.Flavour flavour) {
        return Map.of("number", number, "flavour", flavour);
    }

    @PostMapping("/sample/map")
    Map<String, Object> map(@RequestBody Map<String, Object> body) {
        return body;
    }

    @GetMapping("/bounded")
    void bounded(@RequestParam @Max(1000) int points) {}

    @GetMapping("/late")
    DeferredResult<String> late() {
        return new DeferredResult<>(1L);
    }

    @GetMapping("/numbers")
    Numbers numbers() {
        double nan = Double.NaN;
        double[] row = {1.5, nan, Double.POSITIVE_INFINITY};
        return new Numbers(nan, Double.NEGATIVE_INFINITY, row, new double[][] {row}, Sample.Flavour.DEEP_BLUE);
    }

    @GetMapping("/broken")
    void broken() {
        throw new IllegalStateException("a secret");
    }

    @GetMapping("/full")
    void full() {
        throw new ServiceException(ProblemType.QUEUE_FULL, "2 jobs wait.", "Wait.", Duration.ofSeconds(3));
    }
}
