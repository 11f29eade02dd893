//! The program `gradlings`.

fn main() {}
