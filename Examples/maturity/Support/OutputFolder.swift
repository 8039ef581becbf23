import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder with named results, which only its owner can open.
enum OutputFolder {
  /// Makes a folder unless it is there; one that is there is closed to others.
  static func make(_ path: String) throws {
    if unsafe mkdir(path, 0o700) == 0 { return }
    let reason = Terminal.lastError
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
