package dev.feedforward.web.answer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feedforward.error.ServiceException;
import org.junit.jupiter.api.Test;

class EventReadersTests {

    private final EventReaders readers = new EventReaders(new EventReaders.Limits(2));

    @Test
    void leavesRoomToOtherAddresses() {
        readers.enter("10.0.0.1");
        readers.enter("10.0.0.1");

        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> readers.enter("10.0.0.1"))
                .withMessageContaining("2 readers from 10.0.0.1");
        assertThatCode(() -> readers.enter("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void countsOnceWhoHasGoneHoweverOftenThatIsTold() {
        readers.enter("10.0.0.1");
        Runnable leave = readers.enter("10.0.0.1");

        leave.run();
        leave.run();

        readers.enter("10.0.0.1");
        assertThatExceptionOfType(ServiceException.class).isThrownBy(() -> readers.enter("10.0.0.1"));
    }
}
