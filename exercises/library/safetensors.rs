//! safetensors, the format in which trained weights are passed on (Hugging Face, 2022).
//!
//! Little-endian: a `u64` with the length of the header, the header, then the numbers of all tensors. The header is a
//! JSON object with an entry for each tensor, where the offsets count bytes after the header:
//!
//! ```text
//! {"0.bias":{"dtype":"F32","shape":[8],"data_offsets":[0,32]}, ...}
//! ```
//!
//! dfdx reads such files too (its feature `safetensors`), but only from a path, and a learner's program opens no files. It
//! would also link serde_json and memmap2 into every exercise, for which everybody waits who opens the course for the first
//! time. This reader takes bytes that are built into the program, and links nothing.

mod header;
mod write;

use header::{Entry, Header};

pub use write::safetensors;

use super::DataError;

/// The numbers of a file, by the names of the tensors.
#[derive(Debug, Clone, PartialEq)]
pub struct SafeTensors<'a> {
    header: Header<'a>,
    data: &'a [u8],
}

impl<'a> SafeTensors<'a> {
    /// Reads a file of `f32` tensors.
    ///
    /// # Errors
    ///
    /// If it is cut off, if its header is no such object, or if a tensor is not of type `F32` or does not lie in the file.
    ///
    /// ```
    /// use course::SafeTensors;
    ///
    /// let header = br#"{"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#;
    /// let mut file = (header.len() as u64).to_le_bytes().to_vec();
    /// file.extend(header);
    /// file.extend(0.5_f32.to_le_bytes());
    /// let tensors = SafeTensors::parse(&file).unwrap();
    /// assert_eq!(tensors.numbers("b", &[1]).unwrap(), [0.5]);
    /// ```
    pub fn parse(file: &'a [u8]) -> Result<Self, DataError> {
        let cut_off = || DataError::new("A safetensors file ends before its header does.");
        let (length, rest) = file.split_first_chunk::<8>().ok_or_else(cut_off)?;
        let length = usize::try_from(u64::from_le_bytes(*length)).map_err(|_| cut_off())?;
        let (header, data) = rest.split_at_checked(length).ok_or_else(cut_off)?;
        let header = std::str::from_utf8(header).map_err(|_| {
            DataError::new("The header of a safetensors file is text, but this one is not UTF-8.")
        })?;
        let header = header::parse(header)?;
        let mut entries = header.entries.iter();
        if let Some(entry) = entries.find(|entry| !entry.fits(data.len())) {
            return Err(DataError::new(format!(
                "The tensor {} is {} of the shape {:?} in the bytes {:?} of {}; only F32 is read here, with 4 bytes for each number.",
                entry.name,
                entry.dtype,
                entry.shape,
                entry.offsets,
                data.len()
            )));
        }
        Ok(Self { header, data })
    }

    /// The names of all tensors, in the order of the header.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.header.entries.iter().map(|entry| entry.name)
    }

    /// The sizes of the dimensions of a tensor.
    pub fn shape(&self, name: &str) -> Option<&[usize]> {
        self.entry(name).map(|entry| &entry.shape[..])
    }

    /// What the file says of itself under this name.
    pub fn metadata(&self, name: &str) -> Option<&'a str> {
        let mut all = self.header.metadata.iter();
        all.find(|(other, _)| *other == name).map(|(_, text)| *text)
    }

    /// All that it says of itself: texts under names.
    pub fn all_metadata(&self) -> impl Iterator<Item = (&'a str, &'a str)> + '_ {
        self.header.metadata.iter().copied()
    }

    fn entry(&self, name: &str) -> Option<&Entry<'a>> {
        self.header.entries.iter().find(|entry| entry.name == name)
    }

    /// The numbers of a tensor, last dimension fastest.
    ///
    /// # Errors
    ///
    /// If there is no such tensor, or if it has another shape.
    pub fn numbers(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, DataError> {
        let entry = self
            .entry(name)
            .ok_or_else(|| DataError::new(format!("The safetensors file has no tensor {name}.")))?;
        if entry.shape != shape {
            return Err(DataError::new(format!(
                "The tensor {name} is {:?} in the file, and {shape:?} in the network.",
                entry.shape
            )));
        }
        let bytes = &self.data[entry.offsets[0]..entry.offsets[1]];
        let numbers = bytes.as_chunks::<4>().0.iter();
        Ok(numbers.map(|&number| f32::from_le_bytes(number)).collect())
    }
}
