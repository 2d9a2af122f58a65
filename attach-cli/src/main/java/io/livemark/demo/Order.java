/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.demo;

/**
 * What somebody bought.
 *
 * @param id its number
 * @param item what
 * @param total what it costs
 */
record Order(long id, String item, double total) {}
