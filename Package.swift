// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
]

// Intel's library is there for its processors and those of AMD alone; the others hash files one after another.
#if arch(x86_64) && os(Linux)
  let multiBuffer: [(target: Target, dependency: Target.Dependency)] = [
    (.systemLibrary(name: "CIPSecMB", providers: [.apt(["libipsec-mb-dev"])]), "CIPSecMB")
  ]
#else
  let multiBuffer: [(target: Target, dependency: Target.Dependency)] = []
#endif

let package = Package(
  name: "casebook",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "casebook", targets: ["CasebookCommand"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCmark",
      pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .systemLibrary(
      name: "CDeflate",
      pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]
    ),
    .systemLibrary(
      name: "CXXHash",
      pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]
    ),
    .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
    .target(
      name: "CPlatform",
      linkerSettings: [.linkedFramework("CoreServices", .when(platforms: [.macOS]))]
    ),
    .target(name: "Mustache", swiftSettings: strict),
    .target(
      name: "Casebook",
      dependencies: [
        "CCmark", "CDeflate", "CPlatform", "CSQLite", "CXXHash", "Mustache",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ] + multiBuffer.map(\.dependency),
      swiftSettings: strict
    ),
    .target(
      name: "CasebookPreview",
      dependencies: ["Casebook", "CPlatform"],
      resources: [.embedInCode("Browser/preview.js"), .embedInCode("Browser/preview.css")],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CasebookCommand",
      dependencies: [
        "Casebook", "CasebookPreview",
        .target(name: "CMimalloc", condition: .when(platforms: [.linux])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "TestSupport", dependencies: ["Casebook"], path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "MustacheTests",
      dependencies: ["Mustache"],
      exclude: ["Specification"],
      swiftSettings: strict
    ),
    .testTarget(name: "CasebookTests", dependencies: ["Casebook", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CasebookPreviewTests",
      dependencies: ["Casebook", "CasebookPreview", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CasebookCommandTests",
      dependencies: ["Casebook", "CasebookCommand", "TestSupport"],
      swiftSettings: strict
    ),
  ] + multiBuffer.map(\.target)
)
