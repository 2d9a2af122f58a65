/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How fast class files go through the weaver. {@link io.livemark.bench.weave.WeaveSpeed} is the benchmark, for JMH;
 * {@link io.livemark.bench.weave.WeaveLaunches} runs it and turns times into bytes a second.
 */
package io.livemark.bench.weave;
