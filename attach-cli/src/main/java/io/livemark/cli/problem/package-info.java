/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a command says when it does not do what it was asked: one exception with a remedy, and its kinds. Imports nothing
 * of ours; every other room of the command line may throw these.
 */
package io.livemark.cli.problem;
