/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.cli;

import io.livemark.protocol.Receipt;
import java.io.PrintWriter;
import java.util.List;

/** Receipts, one a line, in the words of the agent's own log. */
final class ReceiptText {

    private ReceiptText() {}

    static void print(List<Receipt> receipts, PrintWriter out) {
        for (Receipt receipt : receipts) {
            out.println(receipt.sentence());
        }
    }
}
