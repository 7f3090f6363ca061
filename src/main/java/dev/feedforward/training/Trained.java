package dev.feedforward.training;

import dev.feedforward.model.Definition;
import dev.feedforward.nn.Network;
import java.util.List;

/**
 * What has come of a training.
 *
 * @param warnings what its owner should know of it
 */
record Trained(Definition definition, Network network, List<Warning> warnings) {}
