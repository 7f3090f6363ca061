package dev.feedforward.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The thread of work that may take long and that nobody waits for. */
@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    /** Apart from the thread of all other schedules, which look after jobs several times a second. */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler housekeeping() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("housekeeping-");
        scheduler.setDaemon(true);
        return scheduler;
    }
}
