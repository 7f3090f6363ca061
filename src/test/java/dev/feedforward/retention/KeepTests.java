package dev.feedforward.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepTests {

    @Test
    void readsAnAgeANumberOrBoth() {
        assertThat(Keep.parse("30d")).isEqualTo(new Keep(Duration.ofDays(30), null));
        assertThat(Keep.parse("1000")).isEqualTo(new Keep(null, 1000));
        assertThat(Keep.parse("12h,1")).isEqualTo(new Keep(Duration.ofHours(12), 1));
        assertThat(Keep.parse(" 5 , 90M ")).isEqualTo(new Keep(Duration.ofMinutes(90), 5));
        assertThat(Keep.parse("all").isAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "30x",
                "abc",
                "-30d",
                "0d",
                "9m",
                "600s",
                "1.5d",
                "30d,",
                ",",
                "30d,0",
                "30d,40d",
                "5,6",
                "30d,5,6",
                "all,5",
                "99999999999",
                "36501d",
                "9999999999999999999d",
                "１d"
            })
    void saysWhatToWriteInsteadOfWhatItCannotRead(String nonsense) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keep.parse(nonsense))
                .withMessageContainingAll("\"" + nonsense + "\"", "30d,1000");
    }
}
