/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import groovy.transform.CompileStatic
import io.livemark.it.Console

@CompileStatic
class Shop {
    static void main(String[] args) {
        Console.serve { String command, String argument -> println('did ' + perform(command)) }
    }

    private static Object perform(String command) {
        switch (command) {
            case 'placed': return Order.place('o-2', 12.5d).total
            case 'operator': return (new Order(id: 'o-3', count: 8) + 2).size
            case 'trait': return new Order(id: 'o-4').audit() + ', ' + new Order(id: 'o-5').audit('Bob')
            case 'primitives': return new Values().primitives((byte) 1, (short) 2, 3, 4L)
            case 'objects': return new Values().objects(7, ['a', 'b'], 'any') + new Values().objects(null, [], 1)
            case 'five': return new Values().five('o-6', 2, 4.5d, null, true)
            case 'spread': return new Values().spread(['a', 2] as Object[])
            case 'strings': return new Values().strings('o-7', 3, 1.5d)
            case 'conditions': return new Values().conditions('Ann', 2) + new Values().conditions(null, 1)
            case 'switches': return new Values().switches(0) + new Values().switches(5) + new Values().switches(10)
            case 'tries': return new Values().tries('12') + new Values().tries('x')
            case 'suppliers': return new Values().suppliers('o-8')
            case 'effects': return new Values().effects()
            case 'closures': return new Values().closures([1, 2, 3])
            case 'dynamic': return new Dynamic().said('o-9', 4)
            case 'dynamicClosure': return new Dynamic().closed([1, 2])
            case 'dynamicFive': return new Dynamic().five('o-10')
            case 'dynamicShared': return new Dynamic().shared('o-11')
            default: throw new IllegalArgumentException(command)
        }
    }
}
