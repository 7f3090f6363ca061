package dev.feedforward.memory;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one budget that trainings and requests share. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    MemoryBudget memoryBudget(MemoryLimits limits, MeterRegistry registry) {
        MemoryBudget budget = new MemoryBudget(limits.bytes());
        Gauge.builder("feedforward.memory.reserved", budget, MemoryBudget::reserved)
                .description("Bytes of the heap that trainings and requests have reserved")
                .baseUnit("bytes")
                .register(registry);
        return budget;
    }
}
