/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads whole numbers.
 *
 * @param least that may be given
 * @param most that may be given; {@link Long#MAX_VALUE} where any may
 */
record WholeNumber(long least, long most) implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As one that is too great; one sentence serves all.
        }
        throw new TypeConversionException(
                "\"" + text + "\" is no whole number from " + least + (most == Long.MAX_VALUE ? " on" : " to " + most));
    }
}
