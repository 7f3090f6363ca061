package dev.feedforward.training.worker;

import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.recipe.PreparedTraining;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingDataReader;
import dev.feedforward.training.recipe.TrainingMemory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Finds all that recipes name. */
@Component
public class TrainingPreparation {

    private final JobRepository jobs;
    private final TrainingDataReader reader;
    private final TrainingMemory memory;
    private final String version;

    TrainingPreparation(
            JobRepository jobs,
            TrainingDataReader reader,
            TrainingMemory memory,
            ObjectProvider<BuildProperties> build) {
        this.jobs = jobs;
        this.reader = reader;
        this.memory = memory;
        // An IDE that compiles by itself writes no build properties.
        version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    /** Bytes of what a job is to train, as it is stored, without the rows of a data set; 0 if it is gone. */
    long storedBytes(long job) {
        return jobs.requestBytes(job);
    }

    /** What a job is to train. */
    Recipe recipe(long job) {
        return jobs.recipe(job);
    }

    /**
     * What {@code recipe} says, found and worked out.
     *
     * @throws ServiceException if a request wants it and there is no memory for it; if its data set, or the model that
     *     it goes on from, is gone
     */
    public PreparedTraining of(Recipe recipe) {
        RequestMemory.require(memory.bytes(recipe));
        return new PreparedTraining(recipe, reader, version);
    }
}
