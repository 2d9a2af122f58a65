/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.bench.page;

import java.util.List;

/** One object of a raw result. Which of its fields are there says what it is: the run, a table, a sample, or a row that has none. */
record Entry(
        String suite,
        String jdk,
        String when,
        String commit,
        String machine,
        String runtime,
        String load,
        Double took,
        String table,
        String title,
        String text,
        String command,
        List<String> keys,
        List<String> columns,
        String sample,
        List<String> row,
        List<Double> values,
        String refused,
        String reason) {}
