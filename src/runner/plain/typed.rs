//! Reads what is typed, line by line.

use std::io::{BufRead, Read};

/// Bytes of a line that is typed. The rest of a longer one is the next line.
const LONGEST: u64 = 1 << 20;

/// The next line without its end; `None` after the last one. What is no UTF-8 is replaced.
pub fn line(input: &mut impl BufRead) -> Option<String> {
    let mut line = Vec::new();
    match input.take(LONGEST).read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => None,
        Ok(_) => {
            let line = String::from_utf8_lossy(&line);
            Some(line.trim_end_matches(['\r', '\n']).to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_whatever_is_in_it() {
        let mut input: &[u8] = "one\r\n\n床前\n\u{1b}".as_bytes();
        let mut broken: &[u8] = b"a\xffb\nlast";
        let lines = |input: &mut &[u8]| std::iter::from_fn(|| line(input)).collect::<Vec<String>>();
        assert_eq!(lines(&mut input), ["one", "", "床前", "\u{1b}"]);
        assert_eq!(lines(&mut broken), ["a\u{fffd}b", "last"]);
        let long = vec![b'x'; 3 << 20];
        let pieces = lines(&mut &long[..]);
        assert_eq!(
            pieces.iter().map(String::len).collect::<Vec<_>>(),
            [1 << 20; 3]
        );
    }
}
