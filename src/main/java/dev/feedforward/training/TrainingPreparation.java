package dev.feedforward.training;

import dev.feedforward.error.ServiceException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Finds all that recipes name. */
@Component
class TrainingPreparation {

    private final TrainingDataReader reader;
    private final TrainingMemory memory;
    private final String version;

    TrainingPreparation(TrainingDataReader reader, TrainingMemory memory, ObjectProvider<BuildProperties> build) {
        this.reader = reader;
        this.memory = memory;
        // An IDE that compiles by itself writes no build properties.
        version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
    }

    /**
     * What {@code recipe} says, found and worked out.
     *
     * @throws ServiceException if its data set, or the model that it goes on from, is gone
     */
    PreparedTraining of(Recipe recipe) {
        return new PreparedTraining(recipe, reader, version);
    }

    /**
     * Checks that there is memory to go through {@code training} again, beside the trainings that go on.
     *
     * @throws ServiceException if they leave too little
     */
    void checkRoom(PreparedTraining training) {
        memory.refuseBesideOthers(training);
    }
}
