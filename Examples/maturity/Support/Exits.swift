import ArgumentParser
import DigitalMaturity

/// The exit codes of sysexits.h that the commands use; wrong usage is the parser's own 64.
extension ExitCode {
  static let wrongData = ExitCode(65)
  static let missingInput = ExitCode(66)
  static let cannotWrite = ExitCode(73)

  /// 66 when the problem is a file that is not there, else 65.
  static func of(_ error: DocumentError) -> ExitCode {
    let missing: Set<Diagnostic.Code> = [.unreadableFile, .missingFile, .unreadableTable]
    return error.diagnostics.allSatisfy { missing.contains($0.code) } ? .missingInput : .wrongData
  }
}

extension Diagnostic.Code {
  /// The code that the table reader gives a file that does not exist.
  fileprivate static let missingFile = Self(rawValue: "not-found")
  /// The code that the table reader gives a file that cannot be read.
  fileprivate static let unreadableTable = Self(rawValue: "unreadable")
}
