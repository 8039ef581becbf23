extension [Double] {
  /// The number that would stand at a place if these were sorted, none of them NaN; it is put there, with none above it
  /// before it and none below it after it.
  ///
  /// Hoare's FIND (1961, “Algorithm 65”, CACM 4), the median of three as the pivot. O(numbers) as a rule: less than sorting.
  mutating func select(_ place: Int) -> Double {
    var numbers = mutableSpan
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let (first, middle, last) = (numbers[low], numbers[low + (high - low) / 2], numbers[high])
      let pivot = Swift.max(Swift.min(first, last), Swift.min(Swift.max(first, last), middle))
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        guard left <= right else { break }
        numbers.swapAt(left, right)
        left += 1
        right -= 1
      }
      // What is between the two is the pivot.
      if place <= right {
        high = right
      } else if place >= left {
        low = left
      } else {
        break
      }
    }
    return numbers[place]
  }
}
