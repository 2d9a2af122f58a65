/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.it.Console

fun main() = Console.serve { command, _ -> println("did ${run(command)}") }

private fun run(command: String): Any? = when (command) {
    "created" -> Order("o-1", "Ann").id
    "placed" -> Order.place("o-2", 12.5).total
    "operator" -> (Order("o-3", null, 8) + 2).size
    "primitives" -> Values.primitives()
    "objects" -> Values.objects(7, listOf("a", "b"), "any") + Values.objects(null, emptyList(), 1)
    "five" -> Values.five("o-4", 2, 4.5, null, true)
    "spread" -> Values.spread(arrayOf("a", 2))
    "templates" -> Expressions().templates("o-5", 3, 1.5)
    "conditions" -> Expressions().conditions("Ann", 2) + Expressions().conditions(null, 1)
    "whens" -> Expressions().whens(Payment.Card("4711"), 0) + Expressions().whens(Payment.Cash(20), 5) +
        Expressions().whens(Payment.Later, 10)
    "tries" -> Expressions().tries("12") + Expressions().tries("x")
    "suppliers" -> Expressions().suppliers("o-6")
    "effects" -> Expressions().effects()
    "extensions" -> Order("o-7", "Bob").describe() + Order("o-8", "Bob").describe("parcel") + Order("o-9", null).isLarge
    "measures" -> Inlined.measures()
    "returns" -> Inlined.returns(listOf(1, 2, 3))
    "types" -> Inlined.types()
    "lambdas" -> Inlined.lambdas()
    "destructured" -> Inlined.destructured()
    "finallys" -> Inlined.finallys(false) + Inlined.finallys(true)
    "pays" -> Suspended.pays()
    "argument" -> Suspended.argument()
    "loop" -> Suspended.loop()
    "tried" -> Suspended.tried()
    "inlined" -> Suspended.inlined()
    "sequences" -> Suspended.sequences()
    "library" -> Suspended.library()
    else -> throw IllegalArgumentException(command)
}
