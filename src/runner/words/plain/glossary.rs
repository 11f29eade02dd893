//! The glossary in plain lines, and what is wrong with the file of one.

use crate::{labels, sentences};

sentences! {
    "glossary";

    /// The file of the glossary cannot be read; the system says why.
    unreadable(error) = "The glossary cannot be read: {error}.";

    /// The file of the glossary is not TOML, or has a wrong key; the reader says where the trouble is.
    malformed(error) = "`glossary.toml` is malformed: {error}.";

    /// A term, or one of its spellings, has no letters.
    empty_spelling = "A term of the glossary, or one of its spellings, is empty.";

    /// A spelling belongs to two terms, or twice to one; `term` is the one that has it first.
    twice(spelling, term) = "\"{spelling}\" is there twice: it is already written for \"{term}\".";

    /// A term has no meaning.
    no_meaning(term) = "The glossary does not say what \"{term}\" means.";

    /// A term names an exercise that is not there.
    unknown_exercise(term, exercise) = "The term \"{term}\" names the exercise `{exercise}`, which the course does not have.";

    /// Under a term: the exercise whose lesson introduces it, its chapter and its file.
    introduced(exercise, chapter, path) = "`{exercise}` introduces it, in the chapter \"{chapter}\": {path}.";

    /// Under a term: how else it is written.
    also_written(spellings) = "It is also written: {spellings}.";

    /// The course has no glossary.
    none = "This course has no glossary.";

    /// What was typed is no term.
    no_term(typed) = "There is no term \"{typed}\" in the glossary.";

    /// Under a term in plain mode: how to get to the exercise that introduces it.
    goes_there(exercise) = "Type j {exercise} to go there.";

    /// Under the terms in plain mode.
    explains = "Type g and a term to read where it is introduced.";
}

labels! {
    "glossary_labels";

    /// What to do next: the file of the glossary cannot be read.
    mend_or_remove = "make it a text file again, or remove it";

    /// What to do next: something in the glossary is empty.
    write_it = "write it, or take the term out";

    /// What to do next: a spelling is there twice.
    keep_one = "leave it at one of the two";

    /// What to do next: a term names an exercise that is not there.
    name_an_exercise = "name an exercise that has an `[[exercises]]` entry in `info.toml`, or take it out";

    /// What to do next, in a shell: what was typed is no term, and this one is called nearly so.
    did_you_mean(term) = "did you mean \"{term}\"? `gradlings glossary` shows every term";

    /// What to do next, in a shell: what was typed is no term.
    list_terms = "type `gradlings glossary` for the terms";

    /// What to do next, in plain mode: what was typed is no term, and this one is called nearly so.
    meant_while_watching(term) = "did you mean \"{term}\"? g lists every term";

    /// What to do next, in plain mode: what was typed is no term.
    list_while_watching = "g lists every term";

    /// What to do next, in plain mode: what was typed is no term, but an exercise is called so.
    is_an_exercise(name) = "j {name} goes to the exercise of that name; g lists every term";
}
