package dev.feedforward.training.request;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import dev.feedforward.model.settings.OptimizerSettings;
import dev.feedforward.model.settings.ScheduleSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what a request says across its fields, by itself; {@link RecipeResolver} checks what it says of rows and
 * models. What binding has already faulted is missing from the request, so each check is left out where a field that it
 * reads is at fault itself.
 */
@Component
class TrainRequestCheck implements BodyCheck<TrainRequest> {

    @Override
    public void check(TrainRequest request, Faults faults) {
        RowsCheck.checkPairs(request, faults);
        checkContradictions(request, faults);
        checkNetwork(request.network(), faults);
        if (request.expect() != null && request.expect().isEmpty() && !faults.touch("#/expect")) {
            faults.add(
                    "#/expect", "says nothing that could be missed: give a bound such as costBelow, or leave it out");
        }
    }

    /** Whether some of it would be left out without a word. */
    private static void checkNetwork(@Nullable NetworkRequest network, Faults faults) {
        if (network == null || faults.touch("#/network")) {
            return;
        }
        if (network.activation() != null
                && network.hidden() != null
                && network.hidden().isEmpty()) {
            faults.add(
                    "#/network/activation",
                    "is of hidden layers, and there are none: leave it out, or say outputActivation");
        }
        if (network.initializer() != null && network.initialWeights() != null) {
            faults.add(
                    "#/network/initializer", "the first weights are given by initialWeights: leave one of the two out");
        }
    }

    private static void checkContradictions(TrainRequest request, Faults faults) {
        TrainingRequest training = request.training();
        if (request.dataset() != null && (request.inputs() != null || request.testInputs() != null)) {
            faults.add(
                    "#/dataset", "the rows come either with the request or from a data set: leave one of the two out");
        }
        if (request.from() != null && request.network() != null) {
            faults.add("#/network", "the network comes with the model that from names: leave one of the two out");
        }
        if (training == null) {
            return;
        }
        if (training.iterations() != null && training.epochs() != null) {
            faults.add("#/training/epochs", "give either iterations or epochs: both say how long to train");
        }
        OptimizerSettings optimizer = training.optimizer();
        if (optimizer != null && !faults.touch("#/training/optimizer")) {
            optimizer
                    .unknownParameters()
                    .forEach(parameter -> faults.add(
                            "#/training/optimizer/" + parameter, "not a parameter of this optimizer: leave it out"));
        }
        ScheduleSettings schedule = training.learningRateSchedule();
        if (schedule != null && !faults.touch("#/training/learningRateSchedule")) {
            schedule.unknownParameters()
                    .forEach(parameter -> faults.add(
                            "#/training/learningRateSchedule/" + parameter,
                            "not a parameter of this schedule: leave it out"));
        }
        if (request.from() != null && (training.standardizeInputs() != null || training.standardizeAnswers() != null)) {
            faults.add(
                    "#/training/" + (training.standardizeInputs() != null ? "standardizeInputs" : "standardizeAnswers"),
                    "the encoding comes with the model that from names: leave it out");
        }
    }
}
