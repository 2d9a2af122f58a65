/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The words of a command line, described by calls: annotations mean the same and take picocli another 25 ms to read, a
 * sixth of what a command may take.
 */
final class Words {

    private static final DurationText DURATION = new DurationText();

    private Words() {}

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .initialValue(false)
                .description(description)
                .build();
    }

    /** An option with a text, which is the default where it is not given. */
    static OptionSpec text(String name, String label, String defaultValue, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .defaultValue(defaultValue)
                .description(description)
                .build();
    }

    /** An option with a time; null where it is neither given nor has a default. */
    static OptionSpec duration(String name, String defaultValue, String description) {
        return OptionSpec.builder(name)
                .type(Duration.class)
                .converters(DURATION)
                .paramLabel("DURATION")
                .defaultValue(defaultValue)
                .description(description)
                .build();
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Shows this help.")
                .build();
    }

    /** A word that is no option. */
    static PositionalParamSpec.Builder word(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .type(String.class)
                .paramLabel(label)
                .description(description);
    }

    /** All words from an index on. */
    static PositionalParamSpec words(String index, String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity(arity)
                .required(arity.startsWith("1"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
