//! The chapter "Language".

#[path = "../../solutions/11_language/bpe_encode.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod bpe_encode;
#[path = "../../solutions/11_language/bpe_train.rs"]
#[expect(warnings, reason = "it is an exercise, and has a `main` of its own")]
mod bpe_train;

use bpe_encode::{decode, encode};
use bpe_train::train;
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

fn pairs(json: &Json) -> Vec<Vec<usize>> {
    json.as_array()
        .expect("pairs")
        .iter()
        .map(numbers)
        .collect()
}

#[test]
fn merges_learned_from_the_texts_of_the_course_are_those_of_a_count_by_regular_expression() {
    let table: Json = serde_json::from_str(include_str!("bpe_train.json")).expect("JSON");
    for case in table["small"].as_array().expect("texts") {
        assert_eq!(
            train(bytes(&case["text"]), 12),
            pairs(&case["merges"]),
            "{case}"
        );
    }
    // All of the 1,000 merges of Alice take this test, which is not optimised, a minute.
    for (name, count) in [
        ("alice.txt", 60),
        ("tang_poems.txt", 60),
        ("names.txt", 200),
    ] {
        let path = format!(
            "{}/exercises/library/files/{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        let text = std::fs::read(path).expect("readable");
        let expected = &pairs(&table["files"][name])[..count];
        let learned = train(text.clone(), count);
        assert_eq!(learned, expected, "{name}");
        // What no merge reaches across needs no cutting.
        let tokens = encode(text[..2000].to_vec(), learned.clone());
        assert_eq!(decode(tokens, learned), text[..2000]);
    }
}

#[test]
fn the_merges_of_the_lesson_are_those_that_are_learned() {
    let merges = [[108, 111], [256, 119], [32, 257], [101, 114]].map(Vec::from);
    assert_eq!(train(b"low low lower".to_vec(), 4), merges);
}
