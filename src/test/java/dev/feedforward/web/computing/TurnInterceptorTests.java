package dev.feedforward.web.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.Caller;
import dev.feedforward.FeedforwardTest;
import dev.feedforward.computing.Computing;
import dev.feedforward.computing.Turns;
import dev.feedforward.error.ServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@FeedforwardTest
@TestPropertySource(
        properties = {
            "feedforward.computing.turns=1",
            "feedforward.computing.waiting=1",
            "feedforward.computing.patience=1ms"
        })
class TurnInterceptorTests {

    @Autowired
    private Caller caller;

    @Autowired
    private Turns turns;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private TurnInterceptor interceptor;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @AfterEach
    void endsOwnTurn() {
        turns.end();
    }

    @Test
    void everyCallSaysWhetherItComputes() {
        assertThat(mappings.getHandlerMethods().values())
                .filteredOn(call -> call.getBeanType().getName().startsWith("dev.feedforward.")
                        && !call.getBeanType().getSimpleName().startsWith("Sample"))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.hasMethodAnnotation(Computing.class))
                        .as(call.toString())
                        .isTrue());
    }

    @Test
    void givesTurnBackWhateverTheAnswer() throws Exception {
        for (String path : new String[] {
            "/datasets/circle/rows", "/datasets/none/rows", "/truth-table?model=none", "/compare?jobs=x", "/jobs/1/cost"
        }) {
            caller.get(path);
            assertThat(taken()).as(path).isZero();
        }
    }

    @Test
    void refusesWhatComputesAndAnswersWhatDoesNotWhileAllTurnsAreTaken() throws Exception {
        turns.begin("somebody");
        turns.take();

        HttpResponse<String> refused = caller.get("/datasets/circle/rows");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.body()).contains("All turns to compute are taken (1), and this request has waited");

        for (String path : new String[] {"/actuator/health/liveness", "/jobs", "/models", "/datasets", "/"}) {
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(taken()).isOne();
    }

    @Test
    void takesTurnForBodyOfUnknownLength() throws Exception {
        HandlerMethod call = call("train");
        MockHttpServletRequest small = new MockHttpServletRequest("POST", "/train");
        small.setContent(new byte[100]);
        interceptor.preHandle(small, new MockHttpServletResponse(), call);
        assertThat(taken()).isZero();
        turns.end();

        MockHttpServletRequest streamed = new MockHttpServletRequest("POST", "/train");
        streamed.addHeader("Transfer-Encoding", "chunked");
        interceptor.preHandle(streamed, new MockHttpServletResponse(), call);
        assertThat(taken()).isOne();

        interceptor.afterConcurrentHandlingStarted(streamed, new MockHttpServletResponse(), call);
        assertThat(taken()).isZero();
    }

    @Test
    void leavesNothingBehindWhereItRefuses() throws Exception {
        turns.begin("somebody");
        turns.take();
        Thread other = new Thread(() -> {
            MockHttpServletRequest request = new MockHttpServletRequest("PUT", "/datasets/x");
            assertThatExceptionOfType(ServiceException.class)
                    .isThrownBy(() -> interceptor.preHandle(request, new MockHttpServletResponse(), call("put")));
        });
        other.start();
        other.join();

        assertThat(registry.get("feedforward.computing.waiting").gauge().value())
                .isZero();
        turns.end();
        assertThat(taken()).isZero();
    }

    private HandlerMethod call(String name) {
        return mappings.getHandlerMethods().values().stream()
                .filter(call -> Stream.of(call.getMethod()).map(Method::getName).anyMatch(name::equals))
                .findFirst()
                .orElseThrow();
    }

    private double taken() {
        return registry.get("feedforward.computing.turns").gauge().value();
    }
}
