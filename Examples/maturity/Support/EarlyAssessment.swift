import DigitalMaturity
import Dispatch
import MaturityYAML
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An assessment that is read while the arguments are parsed, since mostly there are two processors.
///
/// A thread of its own reads it, which takes longer. So the one that parses first reads the last files that the main file
/// includes: they are there when they are asked for.
final class EarlyAssessment: Sendable {
  /// What was read, and from where.
  struct Read {
    let place: AssessmentArgument.Place
    let assessment: Result<Assessment, DocumentError>
  }

  private typealias Documents = [String: (document: Document, problems: [Diagnostic])]

  private static let begun = Mutex<EarlyAssessment?>(nil)

  private let name: String
  private let place: AssessmentArgument.Place
  /// The files that are read ahead.
  private let ahead: [(path: String, bytes: [UInt8])]
  private let documents = Mutex<Documents>([:])
  private let hasDocuments = DispatchSemaphore(value: 0)
  private let assessment = Mutex<Result<Assessment, DocumentError>?>(nil)
  private let hasAssessment = DispatchSemaphore(value: 0)

  private init(_ name: String, _ place: AssessmentArgument.Place) {
    self.name = name
    self.place = place
    ahead = Self.lastHalf(of: place)
  }

  /// Begins to read what may turn out to be the assessment of a command.
  static func begin(_ name: String) {
    guard let place = AssessmentArgument.find(name) else { return }
    let early = EarlyAssessment(name, place)
    begun.withLock { $0 = early }
    early.start()
    early.readAhead()
  }

  /// Reads on a thread of its own. A queue would start a second one to look after the first.
  private func start() {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    // The thread takes over the reference.
    let this = unsafe Unmanaged.passRetained(self)
    let status = unsafe pthread_create(
      &thread, nil,
      { this in
        let this: UnsafeMutableRawPointer? = unsafe this
        if let this = unsafe this { unsafe Unmanaged<EarlyAssessment>.fromOpaque(this).takeRetainedValue().readAll() }
        return nil
      }, this.toOpaque())
    if status != 0 { unsafe this.takeRetainedValue().readAll() }
  }

  /// Waits for what was begun, and hands it over; nil for another name.
  static func finish(_ name: String) -> Read? {
    guard let early = begun.withLock({ $0.take() }), early.name == name else { return nil }
    early.hasAssessment.wait()
    return early.assessment.withLock { $0 }.map { Read(place: early.place, assessment: $0) }
  }

  /// The last files that the main file includes, by the lines that say so, of at most half of all bytes.
  private static func lastHalf(of place: AssessmentArgument.Place) -> [(path: String, bytes: [UInt8])] {
    func bytes(_ path: String) -> [UInt8]? { try? place.source.bytes(at: path, limit: DocumentLimits.standard.bytes) }
    guard let main = bytes(place.file) else { return [] }
    let include = "include: ".utf8
    let files = main.split(separator: UInt8(ascii: "\n")).compactMap { line -> (path: String, bytes: [UInt8])? in
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      guard text.starts(with: include) else { return nil }
      let path = String(decoding: text.dropFirst(include.count), as: UTF8.self)
      return path.hasSuffix(".yaml") ? bytes(path).map { (path, $0) } : nil
    }
    var left = (main.count + files.reduce(0) { $0 + $1.bytes.count }) / 2
    return files.reversed().prefix {
      left -= $0.bytes.count
      return left >= 0
    }.reversed()
  }

  private func readAhead() {
    for (path, bytes) in ahead {
      let log = DiagnosticLog()
      // One that cannot be read is read again by whoever tells of it.
      guard let document = try? DocumentFormat.yaml.read(bytes, path, .standard, log) else { continue }
      documents.withLock { $0[path] = (document, log.diagnostics) }
    }
    hasDocuments.signal()
  }

  private func readAll() {
    var format = DocumentFormat.yaml
    format.read = { (bytes, path, limits, log) throws(DocumentError) in
      guard let known = self.document(path) else {
        return try DocumentFormat.yaml.read(bytes, path, limits, log)
      }
      for problem in known.problems { log.add(problem) }
      return known.document
    }
    var vocabulary = Vocabulary.all
    vocabulary.add(format)
    let place = place
    let read = Result { () throws(DocumentError) in
      try vocabulary.readAssessment(from: place.source, path: place.file)
    }
    assessment.withLock { $0 = read }
    hasAssessment.signal()
  }

  /// A document that is read ahead, once it was.
  private func document(_ path: String) -> (document: Document, problems: [Diagnostic])? {
    guard ahead.contains(where: { $0.path == path }) else { return nil }
    hasDocuments.wait()
    hasDocuments.signal()
    return documents.withLock { $0[path] }
  }
}
