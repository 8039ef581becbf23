public import DigitalMaturity

extension DocumentFormat {
  /// YAML 1.2, by ``YAMLReader``.
  public static let yaml = DocumentFormat(name: "YAML", fileExtensions: ["yaml", "yml"]) {
    (bytes, file, limits, log) throws(DocumentError) in
    try YAMLReader.read(bytes, file: file, limits: limits, reportingTo: log)
  }
}
