package dev.feedforward;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The time, so that tests can set it. Each clock goes to the parameters of its name. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The time of day, for what is told and stored. It jumps when it is set. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** For durations. */
    @Bean
    Clock steadyClock(Clock clock) {
        return new SteadyClock(clock.instant(), System::nanoTime);
    }
}
