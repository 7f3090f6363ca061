package dev.feedforward.training.replay;

import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Moment;
import dev.feedforward.model.store.WeightHistory;
import dev.feedforward.nn.Parameters;
import dev.feedforward.training.job.Job;
import dev.feedforward.training.worker.Jobs;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Follows weights through replays. */
@Component
class ReplayedWeights implements WeightHistory {

    private final Jobs jobs;
    private final Replays replays;

    ReplayedWeights(Jobs jobs, Replays replays) {
        this.jobs = jobs;
        this.replays = replays;
    }

    @Override
    public Path of(Model model, int points, List<ToDoubleFunction<Parameters>> weights) {
        Job job = jobs.findTrainer(model);
        Moment moment = model.moment();
        long end = moment == null ? job.progress().iteration() : moment.iteration();
        return replays.of(job).path(end, points, weights);
    }
}
