package dev.feedforward.training.worker;

import dev.feedforward.model.store.Definition;
import dev.feedforward.model.store.SeenRows;
import dev.feedforward.nn.Network;
import dev.feedforward.training.diagnosis.Warning;
import java.util.List;

/**
 * What has come of a training.
 *
 * @param seenRows the rows that it was trained on
 * @param warnings what its owner should know of it
 */
record Trained(Definition definition, Network network, SeenRows seenRows, List<Warning> warnings) {}
