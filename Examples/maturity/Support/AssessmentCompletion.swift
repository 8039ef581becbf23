import ArgumentParser
import DigitalMaturity
import StarterAssessments

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension CompletionKind {
  /// What stands for an assessment: a starter's id, a folder, or a document in one.
  static var assessment: CompletionKind {
    .custom { _, _, prefix in
      StarterAssessment.all.map(\.id.rawValue).filter { $0.hasPrefix(prefix) } + paths(prefix)
    }
  }

  /// The folders and documents whose paths begin with a prefix.
  private static func paths(_ prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    guard let stream = unsafe opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { unsafe _ = closedir(stream) }
    var paths: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      let path = folder + name
      guard path.hasPrefix(prefix), !name.hasPrefix(".") else { continue }
      var status = stat()
      let isFolder = unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if isFolder || [".yaml", ".yml", ".json"].contains(where: path.hasSuffix) { paths.append(path) }
    }
    return paths.sorted()
  }
}
