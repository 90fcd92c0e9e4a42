//! Content is embedded in the binary; files added or removed must lead to a new one.

#![forbid(unsafe_code)]

fn main() {
    println!("cargo:rerun-if-changed=personas");
    println!("cargo:rerun-if-changed=locales");
}
