//! Whether bytes are a safetensors file: a `u64` in little-endian order with the length of a header, the header, which is a
//! JSON object with an entry for each tensor, and then the bytes of the tensors, one after the other.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The most bytes of a header, as the format has it.
const LONGEST_HEADER: u64 = 100_000_000;

/// Whether these bytes can be read as such a file.
pub fn is_safetensors(bytes: &[u8]) -> bool {
    covered(bytes).is_some()
}

/// Nothing, where the tensors fill all of the bytes after the header without a gap.
fn covered(bytes: &[u8]) -> Option<()> {
    let (length, rest) = bytes.split_first_chunk::<8>()?;
    let length = Some(u64::from_le_bytes(*length)).filter(|&length| length <= LONGEST_HEADER)?;
    let (header, data) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    let header: Map<String, Value> = serde_json::from_slice(header).ok()?;
    // Where each tensor begins, and where it ends. One without a number shares its place with the next.
    let mut places: Vec<(u64, u64)> = Vec::new();
    for (name, entry) in &header {
        if name == "__metadata__" {
            serde_json::from_value::<BTreeMap<String, String>>(entry.clone()).ok()?;
            continue;
        }
        entry.get("dtype")?.as_str()?;
        let shape = entry.get("shape")?.as_array()?;
        shape.iter().all(Value::is_u64).then_some(())?;
        let [start, end] = entry.get("data_offsets")?.as_array()?.as_slice() else {
            return None;
        };
        places.push((start.as_u64()?, end.as_u64()?));
    }
    places.sort_unstable();
    let end = places.into_iter().try_fold(0, |at, (start, end)| {
        (start == at && end >= start).then_some(end)
    })?;
    (end == data.len() as u64).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(header: &str, data: usize) -> Vec<u8> {
        let mut file = (header.len() as u64).to_le_bytes().to_vec();
        file.extend(header.as_bytes());
        file.extend(vec![0; data]);
        file
    }

    #[test]
    fn a_file_is_known_by_its_header_and_its_length() {
        let sound = r#"{"__metadata__":{"epoch":"3"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[0],"data_offsets":[8,8]},"c":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}  "#;
        assert!(is_safetensors(&file(sound, 12)));
        assert!(is_safetensors(&file("{}", 0)));
        for (there, instead) in [
            ("[0,8]", "[0,12]"),
            ("[0,8]", "[0,4]"),
            ("[0,8]", "[8,0]"),
            ("[0,8]", "[0]"),
            ("[8,12]", "[8,16]"),
            ("\"3\"", "3"),
            ("[2]", "[-2]"),
            ("\"dtype\":\"F32\",\"shape\":[2]", "\"shape\":[2]"),
            ("}}  ", "}"),
        ] {
            assert!(sound.contains(there), "{there}");
            let other = sound.replacen(there, instead, 1);
            assert!(!is_safetensors(&file(&other, 12)), "{there} {instead}");
        }
        let whole = file(sound, 12);
        for length in 0..whole.len() {
            assert!(!is_safetensors(&whole[..length]), "{length}");
        }
        assert!(!is_safetensors(&[0xff; 40]));
        assert!(!is_safetensors(b"PK\x03\x04 and so on, an archive"));
    }
}
