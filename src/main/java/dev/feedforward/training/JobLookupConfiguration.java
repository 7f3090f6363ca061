package dev.feedforward.training;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Where jobs are looked up for those who have waited for their ends. */
@Configuration(proxyBeanMethods = false)
class JobLookupConfiguration {

    /**
     * So many that a database that is away is not asked by one after the other, and no more than it has connections.
     */
    private static final int THREADS = 8;

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService jobLookups() {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("job-lookup-");
        threads.setDaemon(true);
        return Executors.newFixedThreadPool(THREADS, threads);
    }
}
