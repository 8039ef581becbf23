/// A format of several files that belong together, such as tables with a description of their columns.
///
/// Where there is room for one file alone, such as standard output, the first stands for all.
public protocol FolderReportFormat: ReportFormat {
  /// Makes the files, the most important first. Takes only what may be shown.
  func files(_ context: ReportContext) -> [ReportFile]
}

extension FolderReportFormat {
  /// Writes the first file.
  public func write(_ context: ReportContext, to output: inout ByteOutput) {
    if let first = files(context).first { output.write(bytes: first.bytes) }
  }
}

/// One file of several.
public struct ReportFile: Sendable, Hashable {
  /// Its name in the folder: one name, without folders.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
