enum EastAsianWidth { static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x2E80 } }
