/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli.look;

import io.livemark.cli.Words;
import io.livemark.cli.jvm.Jvms;
import io.livemark.cli.problem.Problem;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code hist} and {@code latency} share: histograms by keys. */
abstract class HistCommandBase extends LookCommand {

    /** A row takes some kilobytes in the JVM. */
    private static final String MOST_KEYS = "1000";

    private final OptionSpec by = Words.text(
            "--by", "FIELD,…", null, "A histogram for each value of these: fields, or Java expressions over them.");
    private final OptionSpec linear =
            Words.text("--linear", "A,B,STEP", null, "Buckets of one width from A to B, in place of powers of two.");
    private List<Expression> keys;
    private Steps steps;

    HistCommandBase(String name, String labels, Jvms jvms, PrintWriter out, PrintWriter err) {
        super(name, labels, jvms, out, err);
        spec.addOption(by).addOption(linear);
        takesObjects();
    }

    @Override
    protected void check(List<String> given) throws Problem {
        keys = Keys.of(by.getValue());
        try {
            steps = Steps.of(linear.getValue());
        } catch (NumberFormatException e) {
            throw usage("--linear is a least value, a greatest and a width, with at most " + Steps.MOST
                    + " steps between, like 0,100,5; not " + linear.getValue());
        }
    }

    final List<Expression> keys() {
        return keys;
    }

    @Override
    protected void arguments(Map<String, String> arguments) {
        arguments.put("keys", MOST_KEYS);
        if (steps != null) {
            arguments.put("linear", linear.getValue());
        }
    }

    /**
     * @param what the numbers are
     */
    final View view(boolean isSeveral, String what) {
        return new HistView(new HistText(keys, isSeveral, what, steps), isJson(), isGiven("--every"), out, err());
    }
}
