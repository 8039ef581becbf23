/// A large value that all copies of what holds it keep in one place, until one of them is given another.
///
/// Results are copied whole where one of many changes, and there are thousands of them.
indirect enum Shared<Value: Sendable & Hashable>: Sendable, Hashable {
  case of(Value)

  var value: Value {
    switch self {
    case .of(let value): value
    }
  }
}
