//! The header of a safetensors file: as much of JSON as occurs in it.

use crate::DataError;

/// A tensor, as the header describes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry<'a> {
    pub name: &'a str,
    pub dtype: &'a str,
    pub shape: Vec<usize>,
    /// Where its bytes begin and end, after the header.
    pub offsets: [usize; 2],
}

impl Entry<'_> {
    /// Whether it is `f32`, and its bytes are as many as its shape says and lie within `length` bytes.
    pub fn fits(&self, length: usize) -> bool {
        let mut count = self.shape.iter();
        let bytes = count.try_fold(4_usize, |all, &size| all.checked_mul(size));
        let [start, end] = self.offsets;
        self.dtype == "F32" && end <= length && bytes.is_some() && end.checked_sub(start) == bytes
    }
}

/// What a header says: of each tensor, and of the whole file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Header<'a> {
    pub entries: Vec<Entry<'a>>,
    /// Texts under names.
    pub metadata: Vec<(&'a str, &'a str)>,
}

pub(super) fn parse(header: &str) -> Result<Header<'_>, DataError> {
    let mut rest = Rest(header);
    let (mut entries, mut metadata) = (Vec::new(), Vec::new());
    let is_whole = rest.object(|rest, name| {
        if name == "__metadata__" {
            return rest.object(|rest, name| {
                metadata.push((name, rest.string()?));
                Some(())
            });
        }
        let mut entry = Entry {
            name,
            ..Entry::default()
        };
        rest.object(|rest, key| {
            match key {
                "dtype" => entry.dtype = rest.string()?,
                "shape" => entry.shape = rest.list()?,
                "data_offsets" => entry.offsets = rest.list()?.try_into().ok()?,
                _ => return None,
            }
            Some(())
        })?;
        entries.push(entry);
        Some(())
    });
    // Spaces may follow, so that the numbers begin at a multiple of eight.
    match is_whole {
        Some(()) if rest.0.trim().is_empty() => Ok(Header { entries, metadata }),
        _ => Err(DataError::new(format!(
            "The header of a safetensors file has a dtype, a shape and data_offsets for each tensor; this one cannot be read from \
             its byte {} on.",
            header.len() - rest.0.len()
        ))),
    }
}

/// What has not been read yet.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Reads over a sign and the spaces before it.
    fn sign(&mut self, sign: char) -> Option<()> {
        self.0 = self.0.trim_start().strip_prefix(sign)?;
        Some(())
    }

    /// A text without escapes.
    fn string(&mut self) -> Option<&'a str> {
        self.sign('"')?;
        let (string, rest) = self.0.split_once('"')?;
        self.0 = rest;
        (!string.contains('\\')).then_some(string)
    }

    fn whole(&mut self) -> Option<usize> {
        let text = self.0.trim_start();
        let end = text.find(|it: char| !it.is_ascii_digit());
        let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
        self.0 = rest;
        digits.parse().ok()
    }

    /// What stands between two brackets, where `one` reads each part and commas separate them.
    fn within(
        &mut self,
        brackets: [char; 2],
        mut one: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.sign(brackets[0])?;
        if self.sign(brackets[1]).is_some() {
            return Some(());
        }
        loop {
            one(self)?;
            if self.sign(',').is_none() {
                return self.sign(brackets[1]);
            }
        }
    }

    fn list(&mut self) -> Option<Vec<usize>> {
        let mut list = Vec::new();
        self.within(['[', ']'], |rest| {
            list.push(rest.whole()?);
            Some(())
        })?;
        Some(list)
    }

    /// `value` reads what belongs to a key.
    fn object(&mut self, mut value: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.within(['{', '}'], |rest| {
            let key = rest.string()?;
            rest.sign(':')?;
            value(rest, key)
        })
    }
}
