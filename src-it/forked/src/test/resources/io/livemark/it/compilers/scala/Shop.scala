/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.it.Console

object Shop {
  def main(args: Array[String]): Unit =
    Console.serve((command, _) => println("did " + run(command)))

  private def run(command: String): Any = command match {
    case "created" => new Order("o-1", Some("Ann")).id
    case "placed" => Order.place("o-2", 12.5).total
    case "operator" => (new Order("o-3", None, 8) + 2).count
    case "trait" => new Order("o-4", None).audit() + ", " + new Order("o-5", None).audit("Bob")
    case "primitives" => new Values().primitives(1, 2, 3, 4L)
    case "objects" => new Values().objects(7, List("a", "b"), "any") + new Values().objects(null, Nil, 1)
    case "five" => new Values().five("o-6", 2, 4.5, null, true)
    case "spread" => new Values().spread(Seq("a", "b"))
    case "interpolations" => new Values().interpolations("o-7", 3, 1.5)
    case "conditions" => new Values().conditions("Ann", 2) + new Values().conditions(null, 1)
    case "matches" =>
      new Values().matches(Card("4711"), 0) + new Values().matches(Cash(20), 5) + new Values().matches(Later, 10)
    case "tries" => new Values().tries("12") + new Values().tries("x")
    case "suppliers" => new Values().suppliers("o-8")
    case "effects" => new Values().effects()
    case "lazy" => Closures.answer + Closures.answer
    case "byName" =>
      var times = 0
      Closures.byName { times += 1; s"asked $times" }
    case "closures" => Closures.sum(List(1, 2, 3))
    case "comprehension" => Closures.comprehension()
    case "partial" => Closures.partial(List(1, "two", new Order("o-9", None, 3)))
    case "generic" => Closures.generic(5) + Closures.generic("five")
    case "countdown" => Closures.countdown(2)
    case "nested" => Closures.nested(3)
    case "found" => Closures.found(List(1, 2, 3))
  }
}
