import ArgumentParser
import DigitalMaturity
import MaturityTables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that results go to.
enum OutputFolder {
  /// Writes files that belong together into a folder, which is made unless it is there: all of them or none. Without
  /// `force` nothing is written where one of them exists.
  static func write(_ files: [ReportFile], to path: String, force: Bool) throws {
    var status = stat()
    let isNew = unsafe mkdir(path, 0o755) == 0
    if !isNew {
      let reason = Self.reason
      guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        Terminal.message("error: the folder “\(path)” cannot be made: \(reason)")
        throw ExitCode.cannotWrite
      }
    }
    let paths = files.map { "\(path)/\($0.name)" }
    if !force, let taken = paths.first(where: { unsafe access($0, F_OK) == 0 }) {
      Terminal.message("error: “\(taken)” exists already; add --force to replace it, or choose another folder")
      throw ExitCode.cannotWrite
    }
    do {
      try OutputFile.write(zip(files, paths).map { ($0.bytes, $1) }, force: force)
    } catch {
      if isNew { unsafe _ = rmdir(path) }
      throw error
    }
  }

  /// Why a folder cannot be made, by what the system said last, and what to do about it.
  private static var reason: String {
    switch errno {
    case ENOENT: "\(Terminal.lastError); make the folder around it first"
    case EACCES, EPERM, EROFS: "\(Terminal.lastError); choose a place that you may write to"
    case ENOSPC: "\(Terminal.lastError); make room, or choose another disk"
    default: Terminal.lastError
    }
  }

  /// Makes a new folder with files, some in folders of their own: all of it or nothing. One that exists is left as it is.
  static func makeNew(_ path: String, _ files: [(path: String, bytes: [UInt8])]) throws {
    guard unsafe mkdir(path, 0o755) == 0 else {
      let reason = errno == EEXIST ? "it exists already; choose another name" : reason
      Terminal.message("error: the folder “\(path)” cannot be made: \(reason)")
      throw ExitCode.cannotWrite
    }
    var made = [path]
    do {
      for file in files {
        guard let slash = file.path.lastIndex(of: "/") else { continue }
        let folder = "\(path)/\(file.path[..<slash])"
        if made.contains(folder) { continue }
        guard unsafe mkdir(folder, 0o755) == 0 else {
          Terminal.message("error: the folder “\(folder)” cannot be made: \(reason)")
          throw ExitCode.cannotWrite
        }
        made.append(folder)
      }
      try OutputFile.write(files.map { ($0.bytes, "\(path)/\($0.path)") }, force: false)
    } catch {
      for folder in made.reversed() { unsafe _ = rmdir(folder) }
      throw error
    }
  }

  /// Removes the files of earlier runs from the folders in a folder, and the folders that are empty then.
  /// - Parameters:
  ///   - kept: The paths of what was written now.
  ///   - isOwn: Whether a file with such a name and first line is one that the program wrote.
  /// - Returns: The paths removed, sorted.
  static func removeOld(
    in path: String, except kept: [String], _ isOwn: (_ name: String, _ firstLine: String) -> Bool
  ) throws -> [String] {
    // File systems may not tell capitals from small letters.
    let kept = Set(kept.map { $0.lowercased() })
    var removed: [String] = []
    for folder in entries(of: path, kind: S_IFDIR) {
      let place = "\(path)/\(folder)"
      var hasRemoved = false
      for name in entries(of: place, kind: S_IFREG) {
        let file = "\(place)/\(name)"
        var source = ByteSource.file(file)
        guard !kept.contains(file.lowercased()), let head = try? source.peek(1_000), isOwn(name, firstLine(head)) else {
          continue
        }
        guard unsafe unlink(file) == 0 else {
          Terminal.message(
            "error: “\(file)” of an earlier run cannot be removed: \(Terminal.lastError); remove it yourself")
          throw ExitCode.cannotWrite
        }
        hasRemoved = true
        removed.append(file)
      }
      // It fails where something is left.
      if hasRemoved { unsafe _ = rmdir(place) }
    }
    return removed
  }

  /// The first line of a file that begins with some bytes; at most 1,000 of them.
  static func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(1_000).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  /// The names of a folder's entries of one kind, sorted; those of links are left out.
  private static func entries(of path: String, kind: mode_t) -> [String] {
    guard let stream = unsafe opendir(path) else { return [] }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      var status = stat()
      if name != ".", name != "..", unsafe lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == kind {
        names.append(name)
      }
    }
    return names.sorted()
  }

  /// Makes a folder for named results, which only its owner can open, unless it is there; one that is there is closed to others.
  static func make(_ path: String) throws {
    if unsafe mkdir(path, 0o700) == 0 { return }
    let reason = reason
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, unsafe chmod(path, 0o700) == 0 else {
      Terminal.message("error: the folder “\(path)” cannot be made: \(reason)")
      throw ExitCode.cannotWrite
    }
  }
}

/// Names of files made of codes that may hold anything: nothing leaves the folder, and no two are the same.
struct FileNames {
  private var taken: Set<String>

  init(taken: Set<String> = []) { self.taken = taken }

  /// A name of letters, digits, dots and hyphens, without an ending.
  mutating func name(for code: String) -> String {
    var name = ""
    for scalar in code.unicodeScalars.prefix(80) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": name.unicodeScalars.append(scalar)
      case ".": name += name.isEmpty ? "_" : "."
      default: name += "_"
      }
    }
    if name.isEmpty { name = "_" }
    var (unique, number) = (name, 1)
    // File systems may not tell capitals from small letters.
    while !taken.insert(unique.lowercased()).inserted {
      number += 1
      unique = "\(name)-\(number)"
    }
    return unique
  }
}
