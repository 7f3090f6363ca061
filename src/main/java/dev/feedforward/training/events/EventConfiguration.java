package dev.feedforward.training.events;

import dev.feedforward.training.cost.CostHistories;
import dev.feedforward.training.worker.Jobs;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Where the events of jobs come from, and how fast. */
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    /** One thread, however many jobs are watched: if the database is slow or away, that takes no more of it. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService eventLookups() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("event-lookup-");
        threads.setDaemon(true);
        return Executors.newSingleThreadExecutor(threads);
    }

    @Bean
    EventSource eventSource(Jobs jobs, CostHistories histories, ExecutorService eventLookups) {
        return new EventSource(jobs::runsHere, jobs::find, histories::after, eventLookups);
    }

    @Bean
    EventPace eventPace(EventProperties properties) {
        return EventPace.of(properties);
    }
}
