//! The chapter "Language".

#[path = "../../solutions/11_language/bpe_encode.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod bpe_encode;

use bpe_encode::{decode, encode};
use serde_json::Value as Json;

fn numbers(json: &Json) -> Vec<usize> {
    let numbers = json.as_array().expect("numbers").iter();
    numbers
        .map(|number| number.as_u64().expect("a number") as usize)
        .collect()
}

fn bytes(json: &Json) -> Vec<u8> {
    let bytes = numbers(json).into_iter();
    bytes
        .map(|byte| u8::try_from(byte).expect("a byte"))
        .collect()
}

#[test]
fn texts_become_the_tokens_of_a_search_for_the_lowest_rank_and_come_back_whole() {
    let table: Json = serde_json::from_str(include_str!("bpe.json")).expect("JSON");
    let lists = table.as_array().expect("lists of merges");
    assert_eq!(lists.len(), 6);
    for list in lists {
        let merges = list["merges"].as_array().expect("pairs").iter();
        let merges: Vec<Vec<usize>> = merges.map(numbers).collect();
        for case in list["texts"].as_array().expect("texts") {
            let (text, tokens) = (bytes(&case["text"]), numbers(&case["tokens"]));
            assert_eq!(encode(text.clone(), merges.clone()), tokens, "{text:?}");
            assert_eq!(decode(tokens, merges.clone()), text);
        }
        for (rank, piece) in list["pieces"].as_array().expect("bytes").iter().enumerate() {
            assert_eq!(decode(vec![256 + rank], merges.clone()), bytes(piece));
        }
    }
}

#[test]
fn the_examples_of_the_lesson_are_what_the_solution_says() {
    let merges = [[101, 114], [108, 111], [119, 256], [257, 119]].map(Vec::from);
    assert_eq!(b"lower".map(usize::from), [108, 111, 119, 101, 114]);
    assert_eq!(encode(b"lower".to_vec(), merges.to_vec()), [257, 258]);
    assert_eq!(decode(vec![258], merges.to_vec()), b"wer");
    assert_eq!(
        encode(b"aaa".to_vec(), vec![vec![97, 97]]),
        [256, 97],
        "the left one first"
    );
}
