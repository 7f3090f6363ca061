package dev.feedforward.web.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.web.ServiceTest;
import dev.feedforward.web.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class HeapPressureTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    private MeterRegistry meters;

    private double afterLast;
    private double afterWhole;
    private Instant now = NOON;
    private final AtomicInteger collections = new AtomicInteger();
    private final HeapPressure pressure = new HeapPressure(
            new HeapLimit(0.9),
            () -> afterLast,
            () -> {
                collections.incrementAndGet();
                return afterWhole;
            },
            new SettableClock());

    @Test
    void collectsNothingWhileThereIsRoom() {
        afterLast = 0.89;

        assertThat(pressure.isHigh()).isFalse();
        assertThat(collections).hasValue(0);
    }

    @Test
    void takesGarbageForNoPressure() {
        afterLast = 1.0;
        afterWhole = 0.2;

        assertThat(pressure.isHigh()).isFalse();
        assertThat(collections).hasValue(1);
    }

    @Test
    void letsAVerdictStandForAWhileAndNoLonger() {
        afterLast = 1.0;
        afterWhole = 0.95;
        assertThat(pressure.isHigh()).isTrue();
        afterWhole = 0.2;

        now = NOON.plusSeconds(5);
        assertThat(pressure.isHigh()).isTrue();
        assertThat(collections).hasValue(1);
        assertThat(pressure.percent()).isEqualTo(95);

        now = NOON.plusSeconds(6);
        assertThat(pressure.isHigh()).isFalse();
        assertThat(collections).hasValue(2);
    }

    @Test
    void refusesWorkThatNeedsMemoryWhileThereIsLittle() throws Exception {
        afterLast = 1.0;
        afterWhole = 0.95;

        MockHttpServletResponse refused = filter(request("POST", "/train", 0));

        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
        assertThat(refused.getContentAsString()).contains("95 % of the heap", "/jobs/ID/cancel", "-Xmx");
        assertThat(filter(request("POST", "/predict", 9_000)).getStatus()).isEqualTo(503);
        MockHttpServletRequest streamed = request("POST", "/predict", -1);
        streamed.addHeader("Transfer-Encoding", "chunked");
        assertThat(filter(streamed).getStatus()).isEqualTo(503);
    }

    @Test
    void goesOnLookingAndCancellingWhileThereIsLittle() throws Exception {
        afterLast = 1.0;
        afterWhole = 0.95;

        assertThat(filter(request("GET", "/jobs", 0)).getStatus()).isEqualTo(200);
        assertThat(filter(request("POST", "/jobs/1/cancel", 0)).getStatus()).isEqualTo(200);
        assertThat(filter(request("POST", "/predict", 100)).getStatus()).isEqualTo(200);
    }

    @Test
    void readsAGaugeThatIsThere() {
        assertThat(meters.find("jvm.memory.usage.after.gc").gauge()).isNotNull();
        assertThat(new HeapPressure(new HeapLimit(0.9), meters, Clock.systemUTC()).isHigh())
                .isFalse();
    }

    @Test
    void decidesByARealCollection() {
        HeapPressure always = new HeapPressure(new HeapLimit(0), meters, Clock.systemUTC());

        assertThat(always.isHigh()).isTrue();
        assertThat(always.percent()).isBetween(1L, 99L);
    }

    private MockHttpServletResponse filter(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new HeapFilter(pressure, new ProblemWriter(JsonMapper.shared()))
                .doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest request(String method, String path, int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        if (bytes >= 0) {
            request.setContent(new byte[bytes]);
        }
        return request;
    }

    private final class SettableClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
