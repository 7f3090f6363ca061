package dev.feedforward.json.name;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Names that other libraries (Keras, scikit-learn, PyTorch) have for fields and values, with those they have here. */
public final class ForeignNames {

    private static final Map<String, List<String>> OURS = table("""
            lr, eta, eta0, learning_rate_init, step_size = learningRate
            max_iter, n_epochs, num_epochs, num_train_epochs, epoch, nb_epoch = epochs
            n_iter, num_iterations, steps, max_steps = iterations
            solver, algorithm, optim = optimizer
            hidden_layer_sizes, hidden_layers, layers, hidden_size, hidden_units, n_hidden = hidden
            units, nodes, out_features = neurons, hidden
            x, x_train, data, features, samples_x, input, rows = inputs
            y, y_train, labels, targets, target, output, outputs, label = answers
            x_test, x_val, test_data, validation_data = testInputs
            y_test, y_val, test_labels, test_targets = testAnswers
            objective, loss_function, loss_fn, criterion, cost_function, error_function = loss
            weight_decay, alpha, l2_reg, l2_regularization, kernel_regularizer = weightDecay, l2
            l1_reg, l1_regularization = l1
            batch, minibatch, mini_batch_size, n_batch = batchSize
            random_state, random_seed, rng = seed
            validation_split, val_split, validation_size = validationFraction
            n_iter_no_change = patience
            dropout_rate, drop = dropout
            kernel_initializer, init, weight_init, initialization = initializer
            use_bias, fit_intercept = bias
            activation_function, act, nonlinearity, transfer = activation
            last_activation, output_activation_function, final_activation = outputActivation
            clip_norm, max_grad_norm, gradient_clip, grad_clip = gradientClipping
            scheduler, lr_scheduler, lr_schedule, learning_rate_scheduler = learningRateSchedule
            normalize, standardize, scale, scaler, normalize_inputs = standardizeInputs
            model_name, model = name
            logistic = sigmoid
            linear, none, no_activation = identity
            swish = silu
            mse, l2_loss, squared_error = mean_squared_error
            mae, l1_loss, absolute_error = mean_absolute_error
            smooth_l1 = huber
            categorical_crossentropy, sparse_categorical_crossentropy, nll_loss, log_loss, softmax_cross_entropy = cross_entropy
            bce, bce_loss = binary_cross_entropy
            xavier, xavier_uniform = glorot_uniform
            xavier_normal = glorot_normal
            kaiming, kaiming_uniform, he = he_uniform
            kaiming_normal = he_normal
            classification, classify = classifier
            regression, regress = regressor
            """);

    private ForeignNames() {}

    /** The first of the names here that {@code isKnown} knows. */
    public static Optional<String> of(String foreign, Predicate<String> isKnown) {
        return OURS.getOrDefault(NearestName.fold(foreign), List.of()).stream()
                .filter(isKnown)
                .findFirst();
    }

    /** The one among {@code known} that is meant by another library's name, or else by one misspelt. */
    public static Optional<String> orNearest(String name, Collection<String> known) {
        return of(name, known::contains).or(() -> NearestName.of(name, known));
    }

    private static Map<String, List<String>> table(String lines) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            String[] sides = line.split(" = ");
            List<String> ours = List.of(sides[1].strip().split(", "));
            for (String foreign : sides[0].split(", ")) {
                table.put(NearestName.fold(foreign.strip()), ours);
            }
        });
        return table;
    }
}
