#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The processors of the machine.
public enum Processors {
  /// How many the system offers; at least 1. The best number of workers when nothing else runs. Asked once: the answer is
  /// read from a file.
  public static let count = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
