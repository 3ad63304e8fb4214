import CCmark
import CYaml
import Crypto
func probe() -> Int { Int(cmark_version()) + MemoryLayout<yaml_parser_t>.size }
