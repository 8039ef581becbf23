import DigitalMaturity

/// The figures of a table of ratings as JSON: full precision, undefined as `null` with a sentence under `reasons`.
enum RatingsJSON {
  /// Writes the figures. A reason's key is the dotted path of its figure, such as `columns.a.consensus`.
  static func write(_ table: RatingsTable) -> ByteOutput {
    var reasons: [(path: String, sentence: String)] = []
    var json = JSONWriter()

    func member(_ path: String, _ name: String, _ figure: Figure<Double>, to json: inout JSONWriter) {
      json.member(name, figure.value)
      if let reason = figure.reason { reasons.append(("\(path).\(name)", reason.sentence)) }
    }

    json.object { json in
      json.member("raters", table.raters.rawValue)
      json.key("scale")
      if let scale = table.scale {
        json.object { json in
          json.member("low", scale.lowerBound)
          json.member("high", scale.upperBound)
          json.key("observed")
          json.value(table.scaleIsObserved)
        }
      } else {
        json.null()
        reasons.append(("scale", "There are no values."))
      }
      json.key("columns")
      json.object { json in
        for column in table.columns {
          let path = "columns.\(column.name)"
          json.key(column.name)
          json.object { json in
            json.member("n", column.n)
            json.member("missing", column.missing)
            member(path, "mean", column.mean, to: &json)
            member(path, "sd", column.standardDeviation, to: &json)
            member(path, "median", column.median, to: &json)
            member(path, "interpolatedMedian", column.interpolatedMedian, to: &json)
            member(path, "consensus", column.consensus, to: &json)
            member(path, "agreement", column.agreement, to: &json)
            member(path, "rwg", column.rwg, to: &json)
            member(path, "rwgFloored", column.rwgFloored, to: &json)
            json.key("counts")
            switch column.distribution {
            case .value(let distribution): counts(distribution, to: &json)
            case .undefined(let reason):
              json.null()
              reasons.append(("\(path).counts", reason.sentence))
            }
          }
        }
      }
      json.key("alpha")
      json.object { json in
        member("alpha", "listwise", table.alpha.then(\.alpha), to: &json)
        member("alpha", "pairwise", table.pairwiseAlpha, to: &json)
        member("alpha", "standardized", table.alpha.then(\.standardized), to: &json)
        json.member("n", table.completeRows)
        for (name, figures) in [("itemRest", \CronbachAlpha.itemRest), ("ifDropped", \.ifDropped)] {
          json.key(name)
          json.object { json in
            for (index, column) in table.columns.enumerated() {
              member("alpha.\(name)", column.name, table.alpha.then { $0[keyPath: figures][index] }, to: &json)
            }
          }
        }
      }
      json.key("icc")
      json.object { json in
        let icc = table.intraclassCorrelation
        member("icc", "icc1", icc.then(\.icc1), to: &json)
        member("icc", "icc2", icc.then(\.icc2), to: &json)
        member("icc", "icc3", icc.then(\.icc3), to: &json)
        member("icc", "icc1k", icc.then(\.icc1k), to: &json)
        member("icc", "icc2k", icc.then(\.icc2k), to: &json)
        member("icc", "icc3k", icc.then(\.icc3k), to: &json)
      }
      json.key("krippendorff")
      json.object { json in
        for level in MeasurementLevel.allCases {
          guard let figure = table.krippendorff[level] else { continue }
          member("krippendorff", level.rawValue, figure, to: &json)
        }
      }
      json.key("reasons")
      json.object { json in
        for reason in reasons { json.member(reason.path, reason.sentence) }
      }
    }
    return json.finish()
  }

  private static func counts(_ distribution: Distribution, to json: inout JSONWriter) {
    json.array { json in
      for (value, count) in zip(distribution.values, distribution.counts) {
        json.object { json in
          json.member("value", value)
          json.member("count", count)
        }
      }
    }
  }
}
