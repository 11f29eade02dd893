//! Writes the format.

/// The bytes of a safetensors file: tensors of `f32` with their names and shapes, and texts about the whole file, each
/// under a name of its own. The numbers of a tensor come last dimension fastest.
///
/// # Panics
///
/// If a name or a text has a quotation mark, a backslash or a control character, which would have to be written in
/// another way, or if a tensor has more or fewer numbers than its shape says.
///
/// ```
/// use course::{SafeTensors, safetensors};
///
/// let file = safetensors(&[("b", &[2], &[0.5, -1.0])], &[("epoch", "3")]);
/// let tensors = SafeTensors::parse(&file).unwrap();
/// assert_eq!(tensors.numbers("b", &[2]).unwrap(), [0.5, -1.0]);
/// assert_eq!(tensors.metadata("epoch"), Some("3"));
/// ```
pub fn safetensors(tensors: &[(&str, &[usize], &[f32])], metadata: &[(&str, &str)]) -> Vec<u8> {
    let texts = metadata.iter();
    let texts: Vec<String> = texts
        .map(|(name, text)| format!("{}:{}", quoted(name), quoted(text)))
        .collect();
    let mut entries = vec![format!("\"__metadata__\":{{{}}}", texts.join(","))];
    let mut numbers: Vec<u8> = Vec::new();
    for (name, shape, values) in tensors {
        assert_eq!(
            shape.iter().product::<usize>(),
            values.len(),
            "the numbers of {name} and its shape {shape:?}"
        );
        let start = numbers.len();
        numbers.extend(values.iter().flat_map(|value| value.to_le_bytes()));
        let (name, end) = (quoted(name), numbers.len());
        // `{:?}` of a list of whole numbers is JSON.
        entries.push(format!(
            "{name}:{{\"dtype\":\"F32\",\"shape\":{shape:?},\"data_offsets\":[{start},{end}]}}"
        ));
    }
    let mut header = format!("{{{}}}", entries.join(","));
    // The numbers begin at a multiple of eight.
    header.extend(std::iter::repeat_n(
        ' ',
        header.len().next_multiple_of(8) - header.len(),
    ));
    let length = (header.len() as u64).to_le_bytes();
    [&length[..], header.as_bytes(), &numbers].concat()
}

fn quoted(text: &str) -> String {
    let is_plain = |it: char| it != '"' && it != '\\' && !it.is_control();
    assert!(text.chars().all(is_plain), "{text:?} would need an escape");
    format!("\"{text}\"")
}
