/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What an application and a probe see of Livemark: marks, and the annotation, site and context of a probe.
 */
module io.livemark {
    exports io.livemark;
}
