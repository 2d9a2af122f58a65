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
public final class Words {

    private static final DurationText DURATION = new DurationText();

    private Words() {}

    /**
     * An option without a value.
     *
     * @param name how it is written
     * @param description one sentence
     * @return the option
     */
    public static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .initialValue(false)
                .description(description)
                .build();
    }

    /**
     * An option with a text.
     *
     * @param name how it is written
     * @param label what stands for the text
     * @param defaultValue what it is where it is not given
     * @param description one sentence
     * @return the option
     */
    public static OptionSpec text(String name, String label, String defaultValue, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .defaultValue(defaultValue)
                .description(description)
                .build();
    }

    /**
     * An option with a time.
     *
     * @param name how it is written
     * @param defaultValue what it is where it is not given; null for null
     * @param description one sentence
     * @return the option
     */
    public static OptionSpec duration(String name, String defaultValue, String description) {
        return OptionSpec.builder(name)
                .type(Duration.class)
                .converters(DURATION)
                .paramLabel("DURATION")
                .defaultValue(defaultValue)
                .description(description)
                .build();
    }

    /**
     * An option with a whole number, a {@link Long}.
     *
     * @param name how it is written
     * @param defaultValue what it is where it is not given; null for null
     * @param least that may be given
     * @param most that may be given; {@link Long#MAX_VALUE} where any may
     * @param description one sentence
     * @return the option
     */
    public static OptionSpec number(String name, String defaultValue, long least, long most, String description) {
        return OptionSpec.builder(name)
                .type(Long.class)
                .converters(new WholeNumber(least, most))
                .paramLabel("N")
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

    /**
     * A word that is no option.
     *
     * @param index its place
     * @param label what stands for it
     * @param description one sentence
     * @return what is to be completed
     */
    public static PositionalParamSpec.Builder word(String index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .type(String.class)
                .paramLabel(label)
                .description(description);
    }

    /**
     * All words from an index on.
     *
     * @param index the places
     * @param arity how many
     * @param label what stands for each
     * @param description one sentence
     * @return the words
     */
    public static PositionalParamSpec words(String index, String arity, String label, String description) {
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
