/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.storms;

import io.livemark.storms.run.Group;
import java.util.Random;

/**
 * The groups that a probe asks for: one, ten or all.
 *
 * @param from the first group
 * @param to the one after the last
 */
record Range(int from, int to) {

    static Range of(Random dice) {
        int kind = dice.nextInt(10);
        if (kind == 0) {
            return new Range(0, Group.GROUPS);
        }
        int size = kind <= 3 ? 10 : 1;
        int from = dice.nextInt(Group.GROUPS / size) * size;
        return new Range(from, from + size);
    }

    String pattern() {
        if (to - from == Group.GROUPS) {
            return "storm.*";
        }
        return to - from == 1 ? "storm.g%02d.*".formatted(from) : "storm.g%d*".formatted(from / 10);
    }
}
