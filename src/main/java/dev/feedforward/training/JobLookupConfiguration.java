package dev.feedforward.training;

import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.RequestMemory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    ExecutorService jobLookups(MemoryBudget budget) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory("job-lookup-");
        threads.setDaemon(true);
        return new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads) {
            /** Whoever waits has asked for it by a request, whose thread has gone. */
            @Override
            public void execute(Runnable task) {
                super.execute(() -> {
                    try (Reservation taken = RequestMemory.begin(budget)) {
                        task.run();
                    }
                });
            }
        };
    }
}
