import CStarterAssessments
public import DigitalMaturity

/// An assessment that comes with the library: the files of a folder of `Assessments/`, built into the binary.
public struct StarterAssessment: Sendable {
  /// The id: the folder's name.
  public let id: Identifier<Assessment>
  /// The files; the main one is `assessment.yaml`.
  public let source: MemorySource

  /// All starter assessments, sorted by id.
  public static let all: [StarterAssessment] = folders.sorted().compactMap { named(Identifier($0)) }

  /// The files of a folder of one's own, by their path in it: the starter's, and the schemas that editors check them with, which
  /// their first lines name where they lie now. Its content is the same, and so is its digest.
  public var filesOfCopy: [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in Self.files(of: id.rawValue).sorted(by: { $0.key < $1.key }) {
      let up = String(repeating: "../", count: path.count { $0 == "/" })
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      let line = String(text[..<end]).replacing("$schema=../\(up)schema/", with: "$schema=\(up)schema/")
      files.append((path, Array(line.utf8) + Array(text[end...].utf8)))
    }
    return files + NewAssessment.schemas.map { (path: "schema/\($0.name)", bytes: $0.bytes) }
  }

  /// The starter assessment with an id. O(files built in + bytes of its own).
  public static func named(_ id: Identifier<Assessment>) -> StarterAssessment? {
    let files = files(of: id.rawValue)
    return files["assessment.yaml"] == nil ? nil : StarterAssessment(id: id, source: MemorySource(files))
  }

  /// The folders of `Assessments/` that files are built in of.
  private static var folders: Set<String> {
    var folders: Set<String> = []
    for index in 0..<starter_file_count() {
      let path = unsafe String(cString: starter_file_at(index).path)
      if let slash = path.firstIndex(of: "/") { folders.insert(String(path[..<slash])) }
    }
    return folders
  }

  /// The files that are built in of a folder of `Assessments/`, by their path in it.
  static func files(of folder: String) -> [String: [UInt8]] {
    let prefix = folder + "/"
    var files: [String: [UInt8]] = [:]
    for index in 0..<starter_file_count() {
      // The C side holds constant arrays: pointers stay valid, and `size` is theirs.
      let file = unsafe starter_file_at(index)
      let path = unsafe String(cString: file.path)
      guard path.utf8.starts(with: prefix.utf8) else { continue }
      let name = String(Substring(path.utf8.dropFirst(prefix.utf8.count)))
      files[name] = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
    }
    return files
  }
}
