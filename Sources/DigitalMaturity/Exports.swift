// The core's results are made of `Figure`, `Undefined` and other small types of the statistics module: whoever imports
// the core has them too.
@_exported public import MaturityStatistics
