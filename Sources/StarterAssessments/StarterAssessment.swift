import CStarterAssessments
public import DigitalMaturity

/// An assessment that comes with the library: the files of a folder of `Assessments/`, built into the binary.
public struct StarterAssessment: Sendable {
  /// The id: the folder's name.
  public let id: Identifier<Assessment>
  /// The files; the main one is `assessment.yaml`.
  public let source: MemorySource

  /// All starter assessments, sorted by id.
  public static let all: [StarterAssessment] = folders().sorted { $0.key < $1.key }
    .filter { $0.value["assessment.yaml"] != nil }.map { folder, files in
      StarterAssessment(id: Identifier(folder), source: MemorySource(files))
    }

  /// The files of a folder of one's own, by their path in it: the starter's, and the schemas that editors check them with, which
  /// their first lines name where they lie now. Its content is the same, and so is its digest.
  public var filesOfCopy: [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for (path, bytes) in (Self.folders()[id.rawValue] ?? [:]).sorted(by: { $0.key < $1.key }) {
      let up = String(repeating: "../", count: path.count { $0 == "/" })
      let text = String(decoding: bytes, as: UTF8.self)
      let end = text.firstIndex(of: "\n") ?? text.endIndex
      let line = String(text[..<end]).replacing("$schema=../\(up)schema/", with: "$schema=\(up)schema/")
      files.append((path, Array(line.utf8) + Array(text[end...].utf8)))
    }
    return files + NewAssessment.schemas.map { (path: "schema/\($0.name)", bytes: $0.bytes) }
  }

  /// The starter assessment with an id.
  public static func named(_ id: Identifier<Assessment>) -> StarterAssessment? { all.first { $0.id == id } }

  /// The files that are built in, by the folder of `Assessments/` that they lie in.
  static func folders() -> [String: [String: [UInt8]]] {
    var folders: [String: [String: [UInt8]]] = [:]
    for index in 0..<starter_file_count() {
      // The C side holds constant arrays: pointers stay valid, and `size` is theirs.
      let file = unsafe starter_file_at(index)
      let path = unsafe String(cString: file.path).split(separator: "/", maxSplits: 1)
      guard path.count == 2 else { continue }
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.size)))
      folders[String(path[0]), default: [:]][String(path[1])] = bytes
    }
    return folders
  }
}
